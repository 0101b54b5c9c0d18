import type { Same } from "../namespaces";
import type zh from "../zh/records";

const records: Same<typeof zh> = {
  title: "Records",
  fill: "Fill in",
  add: "Add",
  design: "Design form",
  flow: "Design flow",
};

export default records;
