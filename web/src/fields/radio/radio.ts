import { CircleDot } from "lucide-react";
import { lazy } from "react";
import { ChoiceRead } from "../choice/ChoiceRead";
import { checkPicked, optionText } from "../choice/options";
import { readOption } from "../reading";
import type { FieldType } from "../registry";
import { RadioEdit } from "./RadioEdit";

export const radio: FieldType<"radio"> = {
  kind: "radio",
  icon: CircleDot,
  group: "choice",
  settings: () => ({ kind: "radio", options: [] }),
  span: 12,
  isTyped: true,
  Edit: RadioEdit,
  Read: ChoiceRead,
  Settings: lazy(() => import("./RadioSettings")),
  toText: (value, { options }) => optionText(value, options),
  fromText: (text, { options }) => readOption(text, options),
  check: (value, { options }, place) => checkPicked(value, options, place),
};
