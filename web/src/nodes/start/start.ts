import { CirclePlay } from "lucide-react";
import type { NodeType } from "../registry";
import { MatrixSettings } from "../settings/MatrixSettings";
import { StartSummary, WithdrawSettings } from "./StartSettings";

export const start: NodeType<"start"> = {
  kind: "start",
  icon: CirclePlay,
  group: "frame",
  color: "gray",
  step: () => ({ kind: "start", fields: {} }),
  Summary: StartSummary,
  settings: [
    { group: "fields", Content: MatrixSettings },
    { group: "back", Content: WithdrawSettings },
  ],
};
