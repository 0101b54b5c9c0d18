import type { EditProps } from "../registry";
import { StillBox } from "../still/StillBox";

export function TextareaStill({ field, value }: EditProps<"textarea">) {
  const { placeholder, rows } = field.control;
  return <StillBox text={String(value ?? "")} placeholder={placeholder} rows={rows} />;
}
