import { Type } from "lucide-react";
import { lazy } from "react";
import type { FieldType } from "../registry";
import { wrong } from "../wrong";
import { TextEdit } from "./TextEdit";
import { TextRead } from "./TextRead";
import { TextStill } from "./TextStill";
import { charCount, hasFormat } from "./text_format";

export const text: FieldType<"text"> = {
  kind: "text",
  icon: Type,
  group: "basic",
  settings: () => ({ kind: "text", max_chars: 200, placeholder: "", format: "any" }),
  span: 6,
  isTyped: true,
  Edit: TextEdit,
  Still: TextStill,
  Read: TextRead,
  Settings: lazy(() => import("./TextSettings")),
  toText: (value) => String(value),
  fromText: (text) => ({ value: text.replace(/\s*\n\s*/g, " ").trim() }),
  check: (value, { max_chars, format }, place) => {
    const typed = String(value);
    if (charCount(typed) > max_chars) return [wrong(place, "too_long", { max: max_chars })];
    return hasFormat(typed.trim(), format) ? [] : [wrong(place, "bad_format")];
  },
};
