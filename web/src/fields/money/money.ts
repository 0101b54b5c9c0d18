import { Banknote } from "lucide-react";
import { lazy } from "react";
import { checkDecimal } from "../decimal/decimal_text";
import { readDecimal } from "../reading";
import type { FieldType } from "../registry";
import { MoneyEdit } from "./MoneyEdit";
import { MoneyRead, moneyText } from "./MoneyRead";
import { MoneyStill } from "./MoneyStill";

export const money: FieldType<"money"> = {
  kind: "money",
  icon: Banknote,
  group: "basic",
  settings: () => ({ kind: "money", min: null, max: null, decimals: 2, currency: "CNY" }),
  span: 6,
  isTyped: true,
  Edit: MoneyEdit,
  Still: MoneyStill,
  Read: MoneyRead,
  Settings: lazy(() => import("./MoneySettings")),
  toText: (value, control) => moneyText(String(value), control),
  fromText: (text) => readDecimal(text),
  check: (value, control, place) => checkDecimal(String(value), control, place),
};
