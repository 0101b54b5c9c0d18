import { CirclePlay } from "lucide-react";
import type { NodeType } from "../registry";
import { StartSummary } from "./StartSettings";

export const start: NodeType<"start"> = {
  kind: "start",
  icon: CirclePlay,
  group: "frame",
  color: "gray",
  step: () => ({ kind: "start", fields: {} }),
  Summary: StartSummary,
};
