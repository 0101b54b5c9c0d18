const designer = {
  palette: "组件面板",
  inspector: "属性",
  keys: "设计器",
  search: "搜索组件",
  recent: { label: "最近使用", item: "再加一个：{{name}}" },
  searchProperty: "搜索属性",
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
    offline: "离线，已存本机",
    recalled: "已恢复上次没来得及保存的修改",
    conflict: "他人也修改了这份设计，尚未保存",
    refused: "有错误，改好后自动保存",
    waiting: "{{why}}，已存本机，稍后自动重试",
    kept: "没有保存，修改留在本机",
    unkept: "{{why}}，本机也存不下，请不要关闭页面",
  },
  company: {
    one: "{{who}} 也在编辑",
    many: "{{count}} 人也在编辑",
    own: "另一个窗口也开着",
    told: "改动各自保存。改到一起时，会先请您比较再决定，不会互相覆盖。",
    comma: "、",
  },
  conflict: {
    by: "{{who}} 于 {{at}} 修改了这份设计，您之后的修改还没有保存。",
    somebody: "他人修改了这份设计，您之后的修改还没有保存。",
    other: "对方",
    theirChanges: "{{who}}的修改",
    myChanges: "您的修改",
    theirs: "放弃我的，载入对方的",
    mine: "用我的覆盖对方的",
    taken: "已载入对方的设计，您的修改已放弃",
  },
  refusal: {
    title: "没有保存：{{why}}",
    kept: "您的修改留在本机，不会丢失；再次修改时会重试。",
    unkept: "本机的存储空间已满，请不要关闭页面。",
    again: "再试一次",
  },
  left: { label: "左侧", palette: "组件", outline: "大纲" },
  coach: {
    label: "新手提示",
    count: "{{number}} / {{count}}",
    next: "下一条",
    done: "知道了",
    stop: "不再提示",
    form: {
      palette: "左边是字段：拖到表单上，或单击加到末尾；按 / 可以搜索，支持拼音。",
      surface: "中间就是表单：双击名称改名，拖动调整顺序，拖右边缘改宽度。",
      inspector: "右边是选中字段的属性：必填、默认值、显示条件都在这里。",
      header: "改动会自动保存；按 Ctrl+P 预览，满意后点“发布”，填写人才会看到。",
    },
    flow: {
      palette: "左边是步骤：拖到连线上插入；按 N 可以搜索，支持拼音。",
      surface: "中间是流程：连线上的 + 插入步骤，方向键沿流程移动。",
      inspector: "右边是选中步骤的属性：谁来处理、怎么处理、限时多久。",
      header: "按 Ctrl+P 试运行，看看每一步会到谁手里；满意后点“发布”。",
    },
    board: {
      palette: "左边是图表：拖到看板上，或单击加到末尾；按 / 可以搜索，支持拼音。",
      surface: "中间就是看板：拖标题挪位置，拖边缘改大小，方向键也能移动。",
      inspector: "右边是选中图表的属性：把字段拖到维度、数值里，图表马上重画。",
      header: "改动会自动保存，看的人马上看到；手机上的排列可以单独调整。",
    },
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
