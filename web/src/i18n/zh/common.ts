const common = {
  product: "Tessera",
  back: "返回",
  close: "关闭",
  cancel: "取消",
  confirm: "确定",
  save: "保存",
  undo: "撤销",
  retry: "重试",
  more: "更多",
  actions: "操作",
  resize: "拖动调整宽度",
  requestId: "请求编号 {{id}}",
  loading: "正在加载",
  yes: "是",
  no: "否",
};

export default common;

declare module "../namespaces" {
  interface Namespaces {
    common: typeof common;
  }
}
