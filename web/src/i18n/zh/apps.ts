const apps = {
  title: "应用",
  add: "新建应用",
  empty: "还没有应用",
  emptyText: "从现成应用开始，或新建一个空白应用。",
  forms: "表单",
  boards: "看板",
  addBoard: "新建看板",
  createBoard: "创建并设计",
  boardName: "看板名称",
  boardNameExample: "例如：维修概况",
  menu: "应用目录",
  missing: "打不开这个应用",
  missingText: "它可能已被删除，或者没有授权给您。请联系应用管理员。",
  noForms: "这个应用还没有表单",
  noFormsText: "表单是应用的起点：它定义要填写的内容。",
};

export default apps;

declare module "../namespaces" {
  interface Namespaces {
    apps: typeof apps;
  }
}
