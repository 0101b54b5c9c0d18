import type { Same } from "../namespaces";
import type zh from "../zh/apps";

const apps: Same<typeof zh> = {
  title: "Apps",
  add: "New app",
  empty: "There are no apps yet",
  emptyText: "Start from a ready-made app, or with a blank one.",
  forms: "Forms",
  boards: "Boards",
  addBoard: "New board",
  createBoard: "Create and design",
  boardName: "Name of the board",
  boardNameExample: "For example: Repairs at a glance",
  menu: "In this app",
  missing: "This app cannot be opened",
  missingText: "It may have been deleted, or is not granted to you. Ask its administrator.",
  noForms: "This app has no forms yet",
  noFormsText: "An app begins with a form: it says what is to be filled in.",
};

export default apps;
