const formula = {
  placeholder: "输入公式，按 @ 或字段名选择字段",
  gives: "结果：{{type}}",
  try: "试算",
  result: "得到：{{value}}",
  nothing: "空",
  warning: {
    division_by_zero: "（除数为 0）",
    number_out_of_range: "（数字太大）",
    date_out_of_range: "（日期超出范围）",
    text_too_long: "（文本太长）",
    list_too_long: "（列表太长）",
    steps_exceeded: "（计算太复杂）",
  },
  fields: "字段",
  functions: "函数",
  type: {
    text: "文本",
    number: "数字",
    bool: "是否",
    date: "日期",
    date_time: "日期时间",
    option: "选项",
    user: "成员",
    department: "部门",
    file: "文件",
    list: "多个{{item}}",
  },
  family: {
    logic: "逻辑",
    number: "数学",
    statistic: "统计",
    text: "文本",
    date: "日期",
    list: "列表",
    people: "组织",
  },
  problem: {
    source_too_long: "公式太长，最多 {{first}} 个字",
    char_unexpected: "这里不能出现“{{first}}”",
    text_unclosed: "文本缺少结束的引号",
    escape_unknown: "不认识的转义写法",
    number_too_long: "数字的位数太多",
    expected_value: "这里缺少内容",
    expected_symbol: "这里缺少“{{first}}”",
    unexpected: "这里多出了内容",
    comparison_chained: "不能连续比较，请用 AND 连接",
    too_deep: "公式嵌套太深",
    too_large: "公式太复杂",
    name_invalid: "没有“{{first}}”：字段请从列表中选，函数后面要有括号",
    field_unknown: "没有字段“{{first}}”",
    function_unknown: "没有函数“{{first}}”",
    arguments_too_few: "参数太少，至少 {{second}} 个",
    arguments_too_many: "参数太多，最多 {{second}} 个",
    type_mismatch: "这里需要{{firstType}}，而不是{{secondType}}",
    types_differ: "两边的类型不同：{{firstType}}和{{secondType}}",
    not_comparable: "{{firstType}}不能比较大小",
    option_unknown: "没有选项“{{first}}”",
    literal_invalid: "这里的内容不正确",
    word_unknown: "这里不能写“{{first}}”",
    comparison_with_empty: "请用 ISBLANK 判断是否为空",
    list_empty: "列表是空的",
  },
};

export default formula;

declare module "../namespaces" {
  interface Namespaces {
    formula: typeof formula;
  }
}
