import { ChoiceTiles } from "../choice/ChoiceTiles";
import { pickedOf } from "../choice/options";
import type { EditProps } from "../registry";

export function CheckboxEdit({ field, value, onChange, ...rest }: EditProps<"checkbox">) {
  const picked = pickedOf(value);
  const pick = (option: string) => {
    const next = picked.includes(option) ? picked.filter((id) => id !== option) : [...picked, option];
    onChange(next.length > 0 ? next : null);
  };
  return <ChoiceTiles {...rest} type="checkbox" options={field.control.options} picked={picked} onPick={pick} />;
}
