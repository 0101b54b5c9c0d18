import { i18n } from "@/i18n/i18n";
import type { FormulaControl } from "@/model/form";
import type { Value } from "@/model/value";
import { useFormat } from "@/ui/format";
import decimal from "../decimal/decimal.module.css";
import { showDecimal } from "../decimal/decimal_text";
import type { EditProps, ReadProps } from "../registry";

/** The value in words; `moment` writes instants. */
export function formulaText(value: Value, control: FormulaControl, moment: (at: number) => string): string {
  switch (control.result) {
    case "number":
      return showDecimal(String(value), 0, true);
    case "bool":
      return value === true ? i18n.t("yes") : i18n.t("no");
    case "datetime":
      return moment(Number(value));
    case "text":
    case "date":
      return String(value);
  }
}

export function FormulaRead({ field, value }: ReadProps<"formula">) {
  const format = useFormat();
  return <output className={decimal.figure}>{formulaText(value, field.control, format.dateTime)}</output>;
}

/** Never typed: shown as it comes out while other fields are filled. */
export function FormulaEdit({ id, field, value, order }: EditProps<"formula">) {
  if (value === null) return <output id={id}>—</output>;
  return <FormulaRead field={field} value={value} order={order} />;
}
