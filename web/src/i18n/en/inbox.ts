import type { Same } from "../namespaces";
import type zh from "../zh/inbox";

const inbox: Same<typeof zh> = {
  title: "Inbox",
  empty: "Nothing to do. All done",
  emptyText: "New tasks appear here by themselves.",
  pick: "Choose a task to see it",
};

export default inbox;
