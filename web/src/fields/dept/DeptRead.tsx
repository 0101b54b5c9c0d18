import { listed } from "@/i18n/joined";
import { useValueWords } from "@/ui/value_text";
import { pickedOf } from "../choice/options";
import type { ReadProps } from "../registry";

export function DeptRead({ value }: ReadProps<"dept">) {
  const { nameOf } = useValueWords();
  return <span>{listed(pickedOf(value).map(nameOf))}</span>;
}
