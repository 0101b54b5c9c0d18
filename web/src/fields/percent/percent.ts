import { Percent } from "lucide-react";
import { lazy } from "react";
import { checkDecimal, showDecimal } from "../decimal/decimal_text";
import { readDecimal } from "../reading";
import type { FieldType } from "../registry";
import { PercentEdit } from "./PercentEdit";
import { PercentRead } from "./PercentRead";
import { PercentStill } from "./PercentStill";

export const percent: FieldType<"percent"> = {
  kind: "percent",
  icon: Percent,
  group: "basic",
  settings: () => ({ kind: "percent", min: null, max: null, decimals: 0 }),
  span: 6,
  isTyped: true,
  Edit: PercentEdit,
  Still: PercentStill,
  Read: PercentRead,
  Settings: lazy(() => import("./PercentSettings")),
  toText: (value, { decimals }) => `${showDecimal(String(value), decimals, true)}%`,
  fromText: (text) => readDecimal(text),
  check: (value, control, place) => checkDecimal(String(value), control, place),
};
