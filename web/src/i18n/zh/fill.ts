const fill = {
  title: "填写",
  send: "提交",
  sendAgain: "立即重试",
  sent: "已提交",
  resumed: "已恢复上次没有提交的内容。",
  startOver: "重新填写",
  elsewhere: "另一个窗口里有一张没有提交的，这里是新的一张。",
  ended: { sent: "这张工单已在别处提交。", thrown: "这份草稿已在别处删除。" },
  openOrder: "打开工单",
  keepOn: "以此新建一张",
  keeping: {
    saving: "保存中…",
    saved: "草稿已保存 {{at}}",
    local: "已存在本机，稍后自动保存",
    waiting: "网络不通，恢复后自动提交",
  },
};

export default fill;

declare module "../namespaces" {
  interface Namespaces {
    fill: typeof fill;
  }
}
