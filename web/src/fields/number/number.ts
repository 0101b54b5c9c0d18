import { Hash } from "lucide-react";
import { lazy } from "react";
import { checkDecimal } from "../decimal/decimal_text";
import { readDecimal } from "../reading";
import type { FieldType } from "../registry";
import { NumberEdit } from "./NumberEdit";
import { NumberRead, numberText } from "./NumberRead";
import { NumberStill } from "./NumberStill";

export const number: FieldType<"number"> = {
  kind: "number",
  icon: Hash,
  group: "basic",
  settings: () => ({ kind: "number", min: null, max: null, decimals: 0, unit: "", thousands: true }),
  span: 6,
  isTyped: true,
  Edit: NumberEdit,
  Still: NumberStill,
  Read: NumberRead,
  Settings: lazy(() => import("./NumberSettings")),
  toText: (value, control) => numberText(String(value), control),
  fromText: (text, { unit }) => readDecimal(text, unit),
  check: (value, control, place) => checkDecimal(String(value), control, place),
};
