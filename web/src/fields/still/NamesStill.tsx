import { listed } from "@/i18n/joined";
import { useValueWords } from "@/ui/value_text";
import { pickedOf } from "../choice/options";
import type { EditProps } from "../registry";
import { PickStill } from "./PickStill";

/** People or departments by name: no list and no tree opens there, so none is loaded. */
export function NamesStill({ value }: Pick<EditProps<"user" | "dept">, "value">) {
  const { nameOf } = useValueWords();
  return <PickStill text={listed(pickedOf(value).map(nameOf))} />;
}
