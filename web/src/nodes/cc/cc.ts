import { Send } from "lucide-react";
import type { NodeType } from "../registry";
import { CcSummary } from "./CcSummary";

export const cc: NodeType<"cc"> = {
  kind: "cc",
  icon: Send,
  group: "people",
  color: "green",
  step: () => ({ kind: "cc", recipients: [] }),
  Summary: CcSummary,
};
