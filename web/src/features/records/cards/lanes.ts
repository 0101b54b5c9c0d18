// Cards in lanes: what a drop would do, and what it looks like before the server has answered.

import type { Lane } from "@/api/records";
import { choicesOf, controlOf, isSame } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { type Column, type Condition, columnKey } from "@/model/report";
import { holdsOne } from "../look/look";

/** The field that a move to another lane changes; `null` where lanes follow from something else. */
export function movedField(by: Column, form: FormDefinition): string | null {
  return typeof by !== "string" && holdsOne(controlOf(by, form)) ? by.field : null;
}

/** The card goes on top of its new lane; `rev` is its record's revision, when it is known to have grown. */
export function moveCard(lanes: readonly Lane[], id: string, to: string, by: Column, rev?: number): Lane[] {
  const from = lanes.find(({ cards }) => cards.some((card) => card.id === id));
  const card = from?.cards.find((one) => one.id === id);
  if (!from || !card) return [...lanes];
  const values = { ...card.values, [columnKey(by)]: to || null };
  const moved = { ...card, values, rev: rev ?? card.rev };
  return lanes.map((lane) => {
    const cards = lane.cards.filter((one) => one.id !== id);
    const isTo = (lane.key || "") === to;
    const count = lane.count + (isTo ? 1 : 0) - (lane === from ? 1 : 0);
    return { ...lane, count, cards: isTo ? [moved, ...cards] : cards };
  });
}

/** What the whole lane is, as a filter: for the table that shows all of it. */
export function laneFilter(filters: readonly Condition[], by: Column, key: string): Condition[] {
  const others = filters.filter(({ column }) => !isSame(column, by));
  return [...others, { column: by, test: key ? { op: "in", values: [key] } : { op: "empty" } }];
}

/** The colour that the form gives an option. */
export const laneColor = (lane: Lane, by: Column, form: FormDefinition): string =>
  choicesOf(by, form).find(({ id }) => id === lane.key)?.color ?? lane.color ?? "gray";
