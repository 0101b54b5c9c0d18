// The words on a line: what somebody wrote there, or which exit and condition it stands for.

import type { TFunction } from "i18next";
import type { Edge, FlowDefinition, Port, Step } from "@/model/flow";

/** What an exit is called. */
export function exitWords(port: Port, step: Step | undefined, t: TFunction<"condition">): string {
  if (typeof port === "string") return t(`port.${port}`);
  const outcomes = step?.kind === "handle" ? (step.outcomes ?? []) : [];
  return outcomes.find(({ id }) => id === port.outcome)?.label ?? port.outcome;
}

export function lineWords(
  edge: Edge,
  flow: FlowDefinition,
  conditionWords: (text: string) => string,
  t: TFunction<"condition">,
): string {
  if (edge.label) return edge.label;
  const from = flow.nodes.find(({ id }) => id === edge.from);
  if (from?.step.kind === "exclusive") {
    if (edge.condition === undefined) return t("otherwise");
    return conditionWords(edge.condition).trim() || t("unset");
  }
  const isPlain = edge.port === "out" || edge.port === "approved";
  return isPlain ? "" : exitWords(edge.port, from?.step, t);
}
