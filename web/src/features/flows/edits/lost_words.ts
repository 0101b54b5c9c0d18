// What a step loses by becoming another kind, as a list in words; empty where nothing goes.

import { useCallback } from "react";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import type { LostSettings, StepSetting } from "@/model/edit/step_kind";
import type { NodeKind } from "@/model/flow";

/** The words of the rows that ask them. */
const ASKED = {
  people: "assign.label",
  when_empty: "whenEmpty.label",
  self_approval: "selfApproval.label",
  mode: "mode.label",
  dispatch: "claim.label",
  outcomes: "outcomes.label",
  on_reject: "onReject.label",
  comment_required: "comment.label",
  signature_required: "signature.label",
  fields: "setting.fields",
  withdraw: "withdraw.label",
  going_back: "setting.back",
  limit: "limit.label",
  notices: "setting.notices",
  channel: "channel.label",
  repeat: "recipients.repeat",
  join: "pair.label",
  need: "need.label",
  on_branch_reject: "branchReject.label",
  rest: "rest.label",
  set: "set.label",
  result: "result.label",
} as const satisfies Record<StepSetting, string>;

export function useLostWords(): (kind: NodeKind, lost: LostSettings) => string {
  const { t } = useTranslation(["node", "flows"]);
  return useCallback(
    (kind, { settings, conditions, lines }) =>
      listed([
        ...settings.map((name) => t(name === "people" && kind === "cc" ? "recipients.label" : ASKED[name])),
        ...(conditions ? [t("flows:kindLost.conditions", { count: conditions })] : []),
        ...(lines ? [t("flows:kindLost.lines", { count: lines })] : []),
      ]),
    [t],
  );
}
