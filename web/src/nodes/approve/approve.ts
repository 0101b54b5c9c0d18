import { Stamp } from "lucide-react";
import type { NodeType } from "../registry";
import { ApproveSummary } from "./ApproveSummary";

export const approve: NodeType<"approve"> = {
  kind: "approve",
  icon: Stamp,
  group: "people",
  color: "orange",
  step: () => ({ kind: "approve", assign: { sources: [] }, mode: "any" }),
  Summary: ApproveSummary,
};
