import type { Same } from "../namespaces";
import type zh from "../zh/start";

const start: Same<typeof zh> = {
  title: "New",
  lead: "Choose a form to fill",
  search: "Search forms",
  empty: "There is no form you can start yet",
  emptyText: "Once an app is published and granted to you, its forms appear here.",
  none: "No form is called “{{text}}”",
};

export default start;
