// What a step asks or allows beyond the usual, as its card says with one mark. Pure.

import type { GoingBack, Step } from "@/model/flow";

export type OwnSetting = "fields" | "signature" | "back" | "notices";

/** In the order the inspector asks them. A setting that says the usual in so many words is none of its own. */
export function ownSettings(step: Step): OwnSetting[] {
  const own: [OwnSetting, boolean][] = [["fields", "fields" in step && Object.keys(step.fields ?? {}).length > 0]];
  if (step.kind === "start") own.push(["back", (step.withdraw ?? "before_first_decision") !== "before_first_decision"]);
  if (step.kind === "handle" || step.kind === "approve") {
    own.push(
      ["signature", step.signature_required === true],
      ["back", isUnusual(step.going_back ?? {})],
      ["notices", (step.notices ?? []).length > 0],
    );
  }
  return own.flatMap(([setting, is]) => (is ? [setting] : []));
}

const isUnusual = ({ returns = "any", recall = true, transfer = true }: GoingBack): boolean =>
  returns !== "any" || !recall || !transfer;
