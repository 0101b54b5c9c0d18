import { ChevronDownSquare } from "lucide-react";
import { lazy } from "react";
import { ChoiceRead } from "../choice/ChoiceRead";
import { checkPicked, optionText } from "../choice/options";
import { readOption } from "../reading";
import type { FieldType } from "../registry";
import { SelectStill } from "./SelectStill";

export const select: FieldType<"select"> = {
  kind: "select",
  icon: ChevronDownSquare,
  group: "choice",
  settings: () => ({ kind: "select", options: [] }),
  span: 6,
  isTyped: true,
  Edit: lazy(() => import("./SelectEdit")),
  Still: SelectStill,
  Read: ChoiceRead,
  Settings: lazy(() => import("./SelectSettings")),
  toText: (value, { options }) => optionText(value, options),
  fromText: (text, { options }) => readOption(text, options),
  check: (value, { options }, place) => checkPicked(value, options, place),
};
