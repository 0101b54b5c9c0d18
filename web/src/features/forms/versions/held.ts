// How many records hold something in fields whose type of value a new version changes: asked as the row of the kind asks.

import { useQueries } from "@tanstack/react-query";
import { heldQuery } from "@/api/records";
import { formChanges } from "@/model/fill/changes";
import type { FormDefinition } from "@/model/form";

/** By field; those whose count is still on its way are absent. */
export function useHeld(
  form: string,
  before: FormDefinition | null,
  after: FormDefinition,
): ReadonlyMap<string, number> {
  const changed = before ? formChanges(before, after).changed : [];
  const ids = changed.filter(({ aspects }) => aspects.includes("type")).map(({ field }) => field.id);
  const answers = useQueries({ queries: ids.map((id) => heldQuery(form, id)) });
  const counts = ids.flatMap((id, at): [string, number][] => {
    const count = answers[at]?.data;
    return count === undefined ? [] : [[id, count]];
  });
  return new Map(counts);
}
