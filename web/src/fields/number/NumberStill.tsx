import { showDecimal } from "../decimal/decimal_text";
import type { EditProps } from "../registry";
import { StillBox } from "../still/StillBox";

export function NumberStill({ field, value }: EditProps<"number">) {
  const { thousands, unit } = field.control;
  return <StillBox text={showDecimal(String(value ?? ""), 0, thousands)} suffix={unit} />;
}
