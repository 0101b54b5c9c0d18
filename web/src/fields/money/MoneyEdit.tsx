import { DecimalEdit } from "../decimal/DecimalEdit";
import type { EditProps } from "../registry";
import { currencySymbol } from "./currency";

export function MoneyEdit({ field, ...props }: EditProps<"money">) {
  const { decimals, currency, min } = field.control;
  const prefix = currencySymbol(currency);
  return <DecimalEdit {...props} label={field.label} decimals={decimals} min={min} isGrouped prefix={prefix} />;
}
