import { PenLine } from "lucide-react";
import type { NodeType } from "../registry";
import { UpdateSummary } from "./UpdateSummary";

export const update: NodeType<"update"> = {
  kind: "update",
  icon: PenLine,
  group: "automatic",
  color: "gray",
  step: () => ({ kind: "update", set: [] }),
  Summary: UpdateSummary,
};
