const boards = {
  title: "看板",
  design: "设计看板",
  loading: "正在统计…",
  asOf: "数据截至 {{at}}，有变化时自动更新",
  renew: "刷新",
  fullScreen: "全屏",
  leaveFullScreen: "退出全屏",
  filters: "看板筛选",
  time: "时间范围",
  ownTime: "各图自定时间",
  departments: "部门",
  allDepartments: "全部部门",
  reset: "清除筛选",
  empty: {
    title: "这个看板还是空的",
    text: "拖入几个图表，几分钟就能看到数据。",
    wait: "设计者还没有放入图表。",
  },
  asTable: "看数据表",
  asChart: "看图",
  zoom: "放大",
  openAll: "查看这些工单",
  tileActions: "“{{title}}”的操作",
  filteredBy: "筛选：{{what}}",
};

export default boards;

declare module "../namespaces" {
  interface Namespaces {
    boards: typeof boards;
  }
}
