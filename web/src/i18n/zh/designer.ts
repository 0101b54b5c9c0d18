const designer = {
  palette: "组件面板",
  inspector: "属性",
  keys: "设计器",
  search: "搜索组件",
  nothingFound: "没有匹配的组件",
  undo: "撤销",
  redo: "重做",
  undoOf: "撤销：{{name}}",
  redoOf: "重做：{{name}}",
  preview: "预览",
  publish: "发布",
  reset: "恢复默认",
  tabs: { label: "表单与流程", form: "表单", flow: "流程" },
  version: "版本 {{version}}",
  unpublished: "未发布",
  saveKey: "保存（自动）",
  save: {
    clean: "所有更改都会自动保存",
    saving: "保存中…",
    saved: "已保存 {{at}}",
    offline: "离线，恢复网络后自动保存",
    conflict: "他人也修改了这份设计，尚未保存",
    refused: "有错误，改好后自动保存",
  },
  problems: {
    label: "问题",
    title: "问题（{{count}}）",
    close: "收起问题",
    none: "没有问题，可以发布。",
    error: "错误",
    warning: "警告",
    hint: "建议",
  },
  phone: { title: "请在电脑上设计", text: "设计器需要更大的屏幕。您可以把本页地址发到电脑上打开。" },
};

export default designer;

declare module "../namespaces" {
  interface Namespaces {
    designer: typeof designer;
  }
}
