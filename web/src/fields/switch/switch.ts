import { ToggleRight } from "lucide-react";
import { lazy } from "react";
import { readSwitch } from "../reading";
import type { FieldType } from "../registry";
import { SwitchEdit } from "./SwitchEdit";
import { SwitchRead, switchText } from "./SwitchRead";

export const switchKind: FieldType<"switch"> = {
  kind: "switch",
  icon: ToggleRight,
  group: "choice",
  settings: () => ({ kind: "switch", on_label: "", off_label: "" }),
  span: 6,
  isTyped: true,
  Edit: SwitchEdit,
  Read: SwitchRead,
  Settings: lazy(() => import("./SwitchSettings")),
  toText: (value, control) => switchText(value, control),
  fromText: (text, control) => readSwitch(text, switchText(true, control), switchText(false, control)),
};
