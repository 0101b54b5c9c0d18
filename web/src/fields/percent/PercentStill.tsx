import { showDecimal } from "../decimal/decimal_text";
import type { EditProps } from "../registry";
import { StillBox } from "../still/StillBox";

export function PercentStill({ value }: EditProps<"percent">) {
  return <StillBox text={showDecimal(String(value ?? ""), 0, true)} suffix="%" />;
}
