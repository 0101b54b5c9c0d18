// What stands on the lines of an order's picture. A condition is told in words, and only to those who may see what it asks.

import { useConditionWords } from "@/fields/condition/condition_words";
import { useTranslation } from "@/i18n/words";
import { readCondition } from "@/model/condition";
import type { Edge } from "@/model/flow";
import type { OrderPage } from "@/model/order";
import { lineWords } from "@/nodes/drawing/line_words";

/** A formula that is more than rows says nothing to a reader. */
export function mayTell(edge: Edge, { definition, matrix }: Pick<OrderPage, "definition" | "matrix">): boolean {
  if (edge.label || edge.condition === undefined) return true;
  const rows = readCondition(edge.condition, definition)?.rows ?? [];
  return rows.length > 0 && rows.every(({ field }) => matrix[field] !== "hidden");
}

export function useFlowLineWords(order: OrderPage): (edge: Edge) => string {
  const { t } = useTranslation("condition");
  const words = useConditionWords(order.definition);
  return (edge) => (mayTell(edge, order) ? lineWords(edge, order.flow.definition, words, t) : "");
}
