// The words on a line: what somebody wrote there, or which exit and condition it stands for.

import type { TFunction } from "i18next";
import { useConditionWords } from "@/fields/condition/condition_words";
import { useTranslation } from "@/i18n/words";
import type { Edge, FlowDefinition, Port, Step } from "@/model/flow";
import { useScene } from "./canvas_context";

/** What an exit is called. */
export function exitWords(port: Port, step: Step | undefined, t: TFunction<"flows">): string {
  if (typeof port === "string") return t(`port.${port}`);
  const outcomes = step?.kind === "handle" ? (step.outcomes ?? []) : [];
  return outcomes.find(({ id }) => id === port.outcome)?.label ?? port.outcome;
}

export function lineWords(
  edge: Edge,
  flow: FlowDefinition,
  conditionWords: (text: string) => string,
  t: TFunction<"flows">,
): string {
  if (edge.label) return edge.label;
  const from = flow.nodes.find(({ id }) => id === edge.from);
  if (from?.step.kind === "exclusive") {
    if (edge.condition === undefined) return t("otherwise");
    return conditionWords(edge.condition).trim() || t("noCondition");
  }
  const isPlain = edge.port === "out" || edge.port === "approved";
  return isPlain ? "" : exitWords(edge.port, from?.step, t);
}

export function useLineWords(edge: Edge): string {
  const { t } = useTranslation("flows");
  const { flow, form } = useScene();
  return lineWords(edge, flow, useConditionWords(form), t);
}

/** What a line's colour says: part of a trial run or not, selected, or wrong. */
export function useLineState(edge: Edge, isSelected: boolean): string | undefined {
  const { marks, trial } = useScene();
  if (trial) return trial.lines.has(edge.id) ? "taken" : "off";
  return isSelected ? "selected" : marks.get(`edges.${edge.id}`);
}
