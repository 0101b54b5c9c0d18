import { ChoiceTiles } from "../choice/ChoiceTiles";
import { pickedOf } from "../choice/options";
import type { EditProps } from "../registry";

export function RadioEdit({ field, value, onChange, ...rest }: EditProps<"radio">) {
  const picked = pickedOf(value);
  return (
    <ChoiceTiles
      {...rest}
      type="radio"
      options={field.control.options}
      picked={picked}
      onPick={(option) => onChange(picked.includes(option) ? null : option)}
    />
  );
}
