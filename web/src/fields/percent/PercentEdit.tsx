import { DecimalEdit } from "../decimal/DecimalEdit";
import type { EditProps } from "../registry";

export function PercentEdit({ field, ...props }: EditProps<"percent">) {
  return <DecimalEdit {...props} label={field.label} decimals={field.control.decimals} isGrouped suffix="%" />;
}
