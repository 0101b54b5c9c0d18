// What is said of groups besides the measure that is drawn, in words. Pure.

import type { TileData } from "@/api/boards";
import { type FormDefinition, NO_FORM } from "@/model/form";
import type { GroupChart } from "@/model/report";
import { measureLabel } from "./labels";
import type { Speech } from "./speech";
import { measureUnit, type Unit } from "./unit";

export interface Besides {
  label: string;
  unit: Unit;
  total: number | null;
  /** In the order of the groups. */
  values: readonly (number | null)[];
}

/** Without what this person may not know. */
export function besidesOf(
  chart: GroupChart,
  data: TileData,
  form: FormDefinition | undefined,
  { t, columnsOf }: Pick<Speech, "t" | "columnsOf">,
): Besides[] {
  const columns = columnsOf(form ?? NO_FORM);
  return (chart.tooltip ?? []).flatMap((measure, at) => {
    const said = data.tooltip?.[at];
    if (!said) return [];
    const { format, total, values } = said;
    return [{ label: measureLabel(measure, columns, t), unit: measureUnit(measure, format, form), total, values }];
  });
}
