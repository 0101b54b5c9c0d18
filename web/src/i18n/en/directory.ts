import type { Same } from "../namespaces";
import type zh from "../zh/directory";

const directory: Same<typeof zh> = {
  title: "People",
  empty: "There are no members yet",
  emptyText: "Add members in the administration, or import them from WeCom or DingTalk.",
};

export default directory;
