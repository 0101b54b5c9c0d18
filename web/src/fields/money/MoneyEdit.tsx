import { DecimalEdit } from "../decimal/DecimalEdit";
import type { EditProps } from "../registry";
import { currencySymbol } from "./currency";

export function MoneyEdit({ field, ...props }: EditProps<"money">) {
  const { decimals, currency } = field.control;
  return <DecimalEdit {...props} label={field.label} decimals={decimals} isGrouped prefix={currencySymbol(currency)} />;
}
