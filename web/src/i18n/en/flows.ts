import type { Same } from "../namespaces";
import type zh from "../zh/flows";

const flows: Same<typeof zh> = {
  title: "Flow design",
};

export default flows;
