const start = {
  title: "发起",
  lead: "选择要填写的表单",
  search: "搜索表单",
  empty: "还没有可以发起的表单",
  emptyText: "应用发布并授权给您之后，表单会出现在这里。",
  none: "没有名称包含“{{text}}”的表单",
};

export default start;

declare module "../namespaces" {
  interface Namespaces {
    start: typeof start;
  }
}
