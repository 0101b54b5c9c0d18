// How a measure's numbers may be written, and how they are then. Pure.

import { controlOf, kindOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import type { GroupChart, Measure, NumberFormat } from "@/model/report";
import type { NumberLook } from "../number_text";
import { measureUnit } from "../unit";

/** Spans and moments are written as such. */
export const isNumeric = (measure: Measure, form: FormDefinition): boolean =>
  measure.kind === "count" || ("column" in measure && kindOf(measure.column, form) === "number");

/** As the server will say it, before it was asked. */
function kindOfNumber(measure: Measure, form: FormDefinition): NumberLook["kind"] {
  const kind = "column" in measure ? controlOf(measure.column, form)?.kind : undefined;
  return kind === "money" || kind === "percent" ? kind : "number";
}

export function lookOf({ measure, format }: GroupChart, form: FormDefinition): NumberLook {
  const kind = kindOfNumber(measure, form);
  return { ...measureUnit(measure, kind, form), kind, own: format };
}

/** With a part changed; `null` once nothing differs from the field. */
export function formatWith(format: NumberFormat | null | undefined, change: NumberFormat): NumberFormat | null {
  const kept = Object.entries({ ...format, ...change }).filter(([, value]) => value !== null && value !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}
