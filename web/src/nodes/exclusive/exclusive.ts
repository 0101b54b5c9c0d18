import { GitBranch } from "lucide-react";
import type { NodeType } from "../registry";

/** Its conditions stand on the lines that leave it. */
export const exclusive: NodeType<"exclusive"> = {
  kind: "exclusive",
  icon: GitBranch,
  group: "routing",
  color: "purple",
  step: () => ({ kind: "exclusive" }),
};
