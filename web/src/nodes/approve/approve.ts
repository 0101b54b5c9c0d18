import { Stamp } from "lucide-react";
import type { NodeType } from "../registry";
import { AssignSettings } from "../settings/AssignSettings";
import { GoingBackSettings } from "../settings/GoingBackSettings";
import { LimitSettings } from "../settings/LimitSettings";
import { MatrixSettings } from "../settings/MatrixSettings";
import { NoticeSettings } from "../settings/NoticeSettings";
import { ApproveSummary } from "./ApproveSummary";
import { DecisionSettings } from "./DecisionSettings";

export const approve: NodeType<"approve"> = {
  kind: "approve",
  icon: Stamp,
  group: "people",
  color: "orange",
  step: () => ({ kind: "approve", assign: { sources: [] }, mode: "any" }),
  Summary: ApproveSummary,
  settings: [
    { group: "assign", Content: AssignSettings },
    { group: "work", Content: DecisionSettings },
    { group: "fields", Content: MatrixSettings },
    { group: "limit", Content: LimitSettings },
    { group: "back", Content: GoingBackSettings },
    { group: "notices", Content: NoticeSettings },
  ],
};
