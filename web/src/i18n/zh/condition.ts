const condition = {
  field: "字段",
  how: "比较方式",
  add: "添加条件",
  remove: "移除这个条件",
  formula: "写公式",
  build: "改用条件列表",
  join: { and: "同时满足", or: "满足任一" },
  test: {
    is: "等于",
    isNot: "不等于",
    below: "小于",
    atMost: "不大于",
    above: "大于",
    atLeast: "不小于",
    contains: "包含",
    lacks: "不包含",
    yes: "为是",
    no: "为否",
    blank: "为空",
    filled: "不为空",
  },
  period: { before: "早于", until: "不晚于", after: "晚于", from: "不早于" },
};

export default condition;

declare module "../namespaces" {
  interface Namespaces {
    condition: typeof condition;
  }
}
