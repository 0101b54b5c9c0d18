const inbox = {
  title: "待办",
  empty: "没有待办，都处理完了",
  emptyText: "新的待办会自动出现在这里。",
  pick: "选择一条待办查看详情",
};

export default inbox;

declare module "../namespaces" {
  interface Namespaces {
    inbox: typeof inbox;
  }
}
