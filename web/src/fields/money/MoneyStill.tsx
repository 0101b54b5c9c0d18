import { showDecimal } from "../decimal/decimal_text";
import type { EditProps } from "../registry";
import { StillBox } from "../still/StillBox";
import { currencySymbol } from "./currency";

export function MoneyStill({ field, value }: EditProps<"money">) {
  return <StillBox text={showDecimal(String(value ?? ""), 0, true)} prefix={currencySymbol(field.control.currency)} />;
}
