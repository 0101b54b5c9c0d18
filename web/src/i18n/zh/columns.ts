const columns = {
  column: "字段",
  test: "条件",
  operand: "值",
  add: "添加条件",
  remove: "删除条件",
  time: { unit: "时间单位", minute: "分钟", hour: "小时", day: "天" },
  me: "我自己",
  list: "、",
  order: {
    title: "标题",
    state: "状态",
    node: "当前步骤",
    handler: "当前处理人",
    initiator: "发起人",
    department: "发起部门",
    created_at: "创建时间",
    submitted_at: "提交时间",
    updated_at: "更新时间",
    ended_at: "结束时间",
    duration: "用时",
  },
  op: {
    is: "等于",
    is_not: "不等于",
    in: "属于",
    contains: "包含",
    at_least: "不小于",
    at_most: "不大于",
    empty: "为空",
    not_empty: "不为空",
    within: "在",
  },
  span: {
    today: "今天",
    yesterday: "昨天",
    this_week: "本周",
    last_week: "上周",
    this_month: "本月",
    last_month: "上月",
    this_quarter: "本季度",
    this_year: "今年",
    last7_days: "近 7 天",
    last30_days: "近 30 天",
    last90_days: "近 90 天",
    last365_days: "近一年",
  },
};

export default columns;

declare module "../namespaces" {
  interface Namespaces {
    columns: typeof columns;
  }
}
