import { TYPES } from "@/fields/table";
import { i18n } from "@/i18n/i18n";
import type { Control, FieldKind } from "@/model/form";

/** A control as it begins on a form; one that offers choices begins with some. */
export function freshControl(kind: FieldKind): Control {
  const control: Control = TYPES[kind].settings();
  if (!("options" in control)) return control;
  const options = [1, 2, 3].map((count) => ({
    id: `option_${count}`,
    label: i18n.t("field:option.fresh", { count }),
  }));
  return { ...control, options };
}
