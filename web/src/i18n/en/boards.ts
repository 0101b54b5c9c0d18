import type { Same } from "../namespaces";
import type zh from "../zh/boards";

const boards: Same<typeof zh> = {
  title: "Board",
  design: "Design board",
};

export default boards;
