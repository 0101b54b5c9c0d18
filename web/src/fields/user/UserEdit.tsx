import { PeopleSelect } from "@/ui/PeopleSelect";
import { pickedOf, taken } from "../choice/options";
import type { EditProps } from "../registry";

export default function UserEdit({ field, value, onChange, ...rest }: EditProps<"user">) {
  const { many } = field.control;
  return (
    <PeopleSelect
      {...rest}
      label={field.label}
      isSingle={!many}
      value={pickedOf(value)}
      onChange={(next) => onChange(taken(next, many))}
    />
  );
}
