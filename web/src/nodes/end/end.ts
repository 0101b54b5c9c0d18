import { CircleStop } from "lucide-react";
import type { NodeType } from "../registry";
import { EndSummary } from "./EndSettings";

export const end: NodeType<"end"> = {
  kind: "end",
  icon: CircleStop,
  group: "routing",
  color: "gray",
  step: () => ({ kind: "end", result: "" }),
  Summary: EndSummary,
};
