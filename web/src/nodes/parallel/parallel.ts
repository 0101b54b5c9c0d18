import { Split } from "lucide-react";
import type { NodeType } from "../registry";

export const parallel: NodeType<"parallel"> = {
  kind: "parallel",
  icon: Split,
  group: "routing",
  color: "blue",
  step: () => ({ kind: "parallel", join: null }),
};
