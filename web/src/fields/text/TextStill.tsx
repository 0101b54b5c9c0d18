import type { EditProps } from "../registry";
import { StillBox } from "../still/StillBox";

export function TextStill({ field, value }: EditProps<"text">) {
  return <StillBox text={String(value ?? "")} placeholder={field.control.placeholder} />;
}
