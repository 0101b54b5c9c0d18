// What the inspector asks of each kind of step, in the order it is shown. Apart from ./table, so that the canvas opens before it.

import type { ComponentType } from "react";
import type { NodeKind } from "@/model/flow";
import { DecisionSettings } from "./approve/DecisionSettings";
import { RecipientSettings } from "./cc/RecipientSettings";
import { ResultSettings } from "./end/EndSettings";
import { WorkSettings } from "./handle/WorkSettings";
import { WaitSettings } from "./join/WaitSettings";
import { PairSettings } from "./parallel/PairSettings";
import type { NodeSettings, SettingGroup, SettingPart, StepSettingsProps } from "./registry";
import { AssignSettings } from "./settings/AssignSettings";
import { GoingBackSettings } from "./settings/GoingBackSettings";
import { LimitSettings } from "./settings/LimitSettings";
import { MatrixSettings } from "./settings/MatrixSettings";
import { NoticeSettings } from "./settings/NoticeSettings";
import { WithdrawSettings } from "./start/StartSettings";
import { SetSettings } from "./update/SetSettings";

/** Of a step that people do; what they do is `work`. */
const byPeople = <K extends "approve" | "handle">(work: SettingPart<K>["Content"]): readonly SettingPart<K>[] => [
  { group: "assign", Content: AssignSettings },
  { group: "work", Content: work },
  { group: "fields", Content: MatrixSettings },
  { group: "limit", Content: LimitSettings },
  { group: "back", Content: GoingBackSettings },
  { group: "notices", Content: NoticeSettings },
];

const SETTINGS: NodeSettings = {
  start: [
    { group: "fields", Content: MatrixSettings },
    { group: "back", Content: WithdrawSettings },
  ],
  approve: byPeople<"approve">(DecisionSettings),
  handle: byPeople<"handle">(WorkSettings),
  cc: [{ group: "general", Content: RecipientSettings }],
  // Its conditions stand on the lines that leave it.
  exclusive: [],
  parallel: [{ group: "general", Content: PairSettings }],
  join: [{ group: "general", Content: WaitSettings }],
  update: [{ group: "general", Content: SetSettings }],
  end: [{ group: "general", Content: ResultSettings }],
};

/** Parts that take any step: the table pairs them by kind. */
export interface AnySettingPart {
  group: SettingGroup;
  Content: ComponentType<StepSettingsProps<NodeKind>>;
}

export const settingsOf = (kind: NodeKind): readonly AnySettingPart[] =>
  SETTINGS[kind] as unknown as readonly AnySettingPart[];
