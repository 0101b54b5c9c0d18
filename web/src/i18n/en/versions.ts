import type { Same } from "../namespaces";
import type zh from "../zh/versions";

const versions: Same<typeof zh> = {
  title: "Versions",
  version: "Version {{version}}",
  current: "Current",
  show: "Look at it",
};

export default versions;
