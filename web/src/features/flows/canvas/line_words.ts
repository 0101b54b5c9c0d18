// What lines of the canvas say, by words and by colour.

import { useConditionWords } from "@/fields/condition/condition_words";
import { useTranslation } from "@/i18n/words";
import type { Edge } from "@/model/flow";
import { lineWords } from "@/nodes/drawing/line_words";
import { useScene } from "./canvas_context";

export function useLineWords(edge: Edge): string {
  const { t } = useTranslation("condition");
  const { flow, form } = useScene();
  return lineWords(edge, flow, useConditionWords(form), t);
}

/** What a line's colour says: part of a trial run or not, selected, or wrong. */
export function useLineState(edge: Edge, isSelected: boolean): string | undefined {
  const { marks, trial } = useScene();
  if (trial) return trial.lines.has(edge.id) ? "taken" : "off";
  return isSelected ? "selected" : marks.get(`edges.${edge.id}`);
}
