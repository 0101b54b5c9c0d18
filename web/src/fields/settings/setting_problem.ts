import type { Problem } from "@/model/problem";
import { placeText } from "@/ui/problem_text";

/** The sentence of the first problem at a setting: places end with its name, `fields.total.decimals`. */
export function settingProblem(problems: readonly Problem[], setting: string): string | undefined {
  const found = problems.find(({ place }) => place.endsWith(`.${setting}`));
  return found && placeText(found);
}
