import { SquareCheck } from "lucide-react";
import { lazy } from "react";
import { ChoiceRead } from "../choice/ChoiceRead";
import { checkPicked, optionText, pickedOf } from "../choice/options";
import { readAll, readOption } from "../reading";
import type { FieldType } from "../registry";
import { wrong } from "../wrong";
import { CheckboxEdit } from "./CheckboxEdit";

export const checkbox: FieldType<"checkbox"> = {
  kind: "checkbox",
  icon: SquareCheck,
  group: "choice",
  settings: () => ({ kind: "checkbox", options: [], min_picks: null, max_picks: null }),
  span: 12,
  isTyped: true,
  Edit: CheckboxEdit,
  Read: ChoiceRead,
  Settings: lazy(() => import("./CheckboxSettings")),
  toText: (value, { options }) => optionText(value, options),
  fromText: (text, { options }) => readAll(text, (part) => readOption(part, options)),
  check: (value, { options, min_picks, max_picks }, place) => {
    const problems = checkPicked(value, options, place);
    const picks = pickedOf(value).length;
    if (min_picks !== null && picks < min_picks) problems.push(wrong(place, "too_few", { min: min_picks }));
    if (max_picks !== null && picks > max_picks) problems.push(wrong(place, "too_many", { max: max_picks }));
    return problems;
  },
};
