const directory = {
  title: "通讯录",
  empty: "还没有成员",
  emptyText: "在管理中添加成员，或从企业微信、钉钉同步。",
};

export default directory;

declare module "../namespaces" {
  interface Namespaces {
    directory: typeof directory;
  }
}
