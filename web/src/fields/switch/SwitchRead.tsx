import { i18n } from "@/i18n/i18n";
import type { SwitchControl } from "@/model/form";
import type { Value } from "@/model/value";
import type { ReadProps } from "../registry";

/** The field's own words, else yes and no. */
export function switchText(value: Value, { on_label, off_label }: SwitchControl): string {
  return value === true ? on_label || i18n.t("yes") : off_label || i18n.t("no");
}

export function SwitchRead({ field, value }: ReadProps<"switch">) {
  return <span>{switchText(value, field.control)}</span>;
}
