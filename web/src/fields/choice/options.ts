// What the choice kinds share: finding an option, naming it, judging what was picked.

import { listed } from "@/i18n/joined";
import type { Choice } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { Value } from "@/model/value";
import { wrong } from "../wrong";

/** Ids, whether one or several were picked. */
export function pickedOf(value: Value): string[] {
  if (value === null || value === "") return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** What a field keeps of it: nothing, one, or all. */
export function taken(picked: readonly string[], many: boolean): Value {
  if (picked.length === 0) return null;
  return many ? [...picked] : (picked[0] ?? null);
}

/** An option that is gone is shown by its id. */
export function optionText(value: Value, options: readonly Choice[]): string {
  return listed(pickedOf(value).map((id) => options.find((option) => option.id === id)?.label ?? id));
}

export function checkPicked(value: Value, options: readonly Choice[], place: string): Problem[] {
  const gone = pickedOf(value).filter((id) => !options.some((option) => option.id === id));
  return gone.map((option) => wrong(place, "unknown_option", { option }));
}
