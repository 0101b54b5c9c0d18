const records = {
  title: "记录",
  fill: "填写",
  add: "新增",
  design: "设计表单",
  flow: "设计流程",
};

export default records;

declare module "../namespaces" {
  interface Namespaces {
    records: typeof records;
  }
}
