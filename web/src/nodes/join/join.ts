import { Merge } from "lucide-react";
import type { NodeType } from "../registry";
import { JoinSummary } from "./JoinSummary";

export const join: NodeType<"join"> = {
  kind: "join",
  icon: Merge,
  group: "frame",
  color: "blue",
  step: () => ({ kind: "join", need: "all", on_branch_reject: "fail_fast", rest: "cancel" }),
  Summary: JoinSummary,
};
