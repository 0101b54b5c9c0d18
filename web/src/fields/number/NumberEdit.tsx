import { DecimalEdit } from "../decimal/DecimalEdit";
import type { EditProps } from "../registry";

export function NumberEdit({ field, ...props }: EditProps<"number">) {
  const { decimals, thousands, unit } = field.control;
  return (
    <DecimalEdit {...props} label={field.label} decimals={decimals} isGrouped={thousands} suffix={unit || undefined} />
  );
}
