import type { Same } from "../namespaces";
import type zh from "../zh/boards";

const boards: Same<typeof zh> = {
  title: "Board",
  design: "Design board",
  loading: "Counting…",
  asOf: "As of {{at}}; follows every change",
  renew: "Refresh",
  fullScreen: "Full screen",
  leaveFullScreen: "Leave full screen",
  filters: "Board filters",
  time: "Period",
  ownTime: "Each tile's own period",
  departments: "Departments",
  allDepartments: "All departments",
  reset: "Clear filters",
  empty: {
    title: "This board is still empty",
    text: "Drag a few tiles onto it and see numbers within minutes.",
    wait: "Its designer has not put any tiles here yet.",
  },
  asTable: "Show as table",
  asChart: "Show as chart",
  zoom: "Enlarge",
  openAll: "Open these orders",
  tileActions: "Actions of {{title}}",
  filteredBy: "Filtered: {{what}}",
};

export default boards;
