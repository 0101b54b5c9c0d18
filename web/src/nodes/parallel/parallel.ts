import { Split } from "lucide-react";
import type { NodeType } from "../registry";
import { PairSettings } from "./PairSettings";

export const parallel: NodeType<"parallel"> = {
  kind: "parallel",
  icon: Split,
  group: "routing",
  color: "blue",
  step: () => ({ kind: "parallel", join: null }),
  settings: [{ group: "general", Content: PairSettings }],
};
