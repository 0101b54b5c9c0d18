import dayjs from "dayjs";
import { Sigma } from "lucide-react";
import { lazy } from "react";
import type { FieldType } from "../registry";
import { FormulaEdit, FormulaRead, formulaText } from "./FormulaRead";

export const formula: FieldType<"formula"> = {
  kind: "formula",
  icon: Sigma,
  group: "computed",
  settings: () => ({ kind: "formula", formula: "", result: "number", decimals: 2 }),
  span: 6,
  isTyped: false,
  Edit: FormulaEdit,
  Read: FormulaRead,
  Settings: lazy(() => import("./FormulaSettings")),
  toText: (value, control) => formulaText(value, control, (at) => dayjs(at).format("YYYY-MM-DD HH:mm")),
};
