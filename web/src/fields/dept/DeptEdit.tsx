import { DepartmentSelect } from "@/ui/DepartmentSelect";
import { pickedOf, taken } from "../choice/options";
import type { EditProps } from "../registry";

export default function DeptEdit({ field, value, onChange, ...rest }: EditProps<"dept">) {
  const { many } = field.control;
  return (
    <DepartmentSelect
      {...rest}
      label={field.label}
      isSingle={!many}
      value={pickedOf(value)}
      onChange={(next) => onChange(taken(next, many))}
    />
  );
}
