import { Hammer } from "lucide-react";
import type { NodeType } from "../registry";
import { HandleSummary } from "./HandleSummary";

export const handle: NodeType<"handle"> = {
  kind: "handle",
  icon: Hammer,
  group: "people",
  color: "teal",
  step: () => ({ kind: "handle", assign: { sources: [] }, mode: "any", dispatch: "direct" }),
  Summary: HandleSummary,
};
