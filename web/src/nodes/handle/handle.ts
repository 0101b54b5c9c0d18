import { Hammer } from "lucide-react";
import type { NodeType } from "../registry";
import { AssignSettings } from "../settings/AssignSettings";
import { GoingBackSettings } from "../settings/GoingBackSettings";
import { LimitSettings } from "../settings/LimitSettings";
import { MatrixSettings } from "../settings/MatrixSettings";
import { NoticeSettings } from "../settings/NoticeSettings";
import { HandleSummary } from "./HandleSummary";
import { WorkSettings } from "./WorkSettings";

export const handle: NodeType<"handle"> = {
  kind: "handle",
  icon: Hammer,
  group: "people",
  color: "teal",
  step: () => ({ kind: "handle", assign: { sources: [] }, mode: "any", dispatch: "direct" }),
  Summary: HandleSummary,
  settings: [
    { group: "assign", Content: AssignSettings },
    { group: "work", Content: WorkSettings },
    { group: "fields", Content: MatrixSettings },
    { group: "limit", Content: LimitSettings },
    { group: "back", Content: GoingBackSettings },
    { group: "notices", Content: NoticeSettings },
  ],
};
