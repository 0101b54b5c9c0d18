import { optionText } from "../choice/options";
import type { EditProps } from "../registry";
import { PickStill } from "../still/PickStill";

export function SelectStill({ field, value }: EditProps<"select">) {
  return <PickStill text={optionText(value, field.control.options)} />;
}
