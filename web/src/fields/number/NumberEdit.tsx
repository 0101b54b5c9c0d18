import { DecimalEdit } from "../decimal/DecimalEdit";
import type { EditProps } from "../registry";

export function NumberEdit({ field, ...props }: EditProps<"number">) {
  const { decimals, thousands, unit, min } = field.control;
  return (
    <DecimalEdit
      {...props}
      label={field.label}
      decimals={decimals}
      min={min}
      isGrouped={thousands}
      suffix={unit || undefined}
    />
  );
}
