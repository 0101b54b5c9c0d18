import { DecimalEdit } from "../decimal/DecimalEdit";
import type { EditProps } from "../registry";

export function PercentEdit({ field, ...props }: EditProps<"percent">) {
  const { decimals, min } = field.control;
  return <DecimalEdit {...props} label={field.label} decimals={decimals} min={min} isGrouped suffix="%" />;
}
