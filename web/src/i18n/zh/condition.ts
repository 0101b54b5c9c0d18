const condition = {
  field: "字段",
  how: "比较方式",
  add: "添加条件",
  remove: "移除这个条件",
  formula: "写公式",
  build: "改用条件列表",
  joint: { all: "同时满足", any: "满足任一" },
  is: {
    is: "等于",
    is_not: "不等于",
    one_of: "是其中之一",
    contains: "包含",
    more: "大于",
    at_least: "大于等于",
    less: "小于",
    at_most: "小于等于",
    yes: "为是",
    no: "为否",
    empty: "为空",
    not_empty: "不为空",
  },
  between: { all: " 且 ", any: " 或 " },
  words: {
    is: "{{field}} = {{value}}",
    is_not: "{{field}} ≠ {{value}}",
    one_of: "{{field}} 是 {{value}} 之一",
    contains: "{{field}} 包含 {{value}}",
    more: "{{field}} > {{value}}",
    at_least: "{{field}} ≥ {{value}}",
    less: "{{field}} < {{value}}",
    at_most: "{{field}} ≤ {{value}}",
    yes: "{{field}}",
    no: "非 {{field}}",
    empty: "{{field}} 为空",
    not_empty: "{{field}} 不为空",
  },
  period: { before: "早于", until: "不晚于", after: "晚于", from: "不早于" },
  otherwise: "其他情况",
  unset: "未设置条件",
  port: { label: "出口", out: "完成", approved: "同意", rejected: "拒绝" },
};

export default condition;

declare module "../namespaces" {
  interface Namespaces {
    condition: typeof condition;
  }
}
