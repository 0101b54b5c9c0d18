// The sentence for one property out of all problems of a tile.

import type { Problem } from "@/model/problem";
import { placeText } from "@/ui/problem_text";

/** Places are relative to the tile: `dimension`, `filters.2`. */
export function problemAt(problems: readonly Problem[], place: string): string | undefined {
  const found = problems.find((problem) => problem.place === place || problem.place.startsWith(`${place}.`));
  return found && placeText(found);
}
