const records = {
  title: "记录",
  fill: "填写",
  add: "新增",
  design: "设计表单",
  flow: "设计流程",
  export: "导出",
  tools: "记录工具栏",
  search: "搜索记录",
  filter: "筛选",
  columns: "显示字段",
  layout: "布局",
  table: "表格",
  kanban: "看板",
  laneBy: "分栏依据",
  and: " 并且 ",
  clearFilters: "清除筛选",
  none: "此条件下没有记录",
  empty: "还没有记录",
  emptyText: "提交的内容会出现在这里。",
  untitled: "未命名",
  noValue: "未填写",
  more: "还有 {{count}} 条",
  total: "已加载 {{shown}} 条，共 {{total}} 条",
  sortBy: "按{{column}}排序；按住 Shift 可多列排序",
  sorted: "已排序",
  moveUp: "上移 {{column}}",
  moveDown: "下移 {{column}}",
  view: {
    label: "视图",
    standard: "全部记录",
    sharedName: "{{name}}（共享）",
    update: "更新视图",
    saveAs: "另存为视图",
    name: "视图名称",
    share: "所有能看到这张表单的人都可使用",
    remove: "删除视图“{{name}}”",
    removeIt: "删除",
  },
};

export default records;

declare module "../namespaces" {
  interface Namespaces {
    records: typeof records;
  }
}
