import { AlignLeft } from "lucide-react";
import { lazy } from "react";
import type { FieldType } from "../registry";
import { charCount } from "../text/text_format";
import { wrong } from "../wrong";
import { TextareaEdit } from "./TextareaEdit";
import { TextareaCell, TextareaRead } from "./TextareaRead";
import { TextareaStill } from "./TextareaStill";

export const textarea: FieldType<"textarea"> = {
  kind: "textarea",
  icon: AlignLeft,
  group: "basic",
  settings: () => ({ kind: "textarea", max_chars: 2_000, rows: 4, placeholder: "" }),
  span: 12,
  isTyped: true,
  Edit: TextareaEdit,
  Still: TextareaStill,
  Read: TextareaRead,
  Cell: TextareaCell,
  Settings: lazy(() => import("./TextareaSettings")),
  toText: (value) => String(value),
  fromText: (text) => ({ value: text }),
  check: (value, { max_chars }, place) =>
    charCount(String(value)) > max_chars ? [wrong(place, "too_long", { max: max_chars })] : [],
};
