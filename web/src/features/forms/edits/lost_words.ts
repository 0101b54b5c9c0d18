// What a field loses by becoming another kind, in one sentence; empty where nothing goes.

import { isMoment } from "@/fields/condition/operand_field";
import type { SettingName } from "@/fields/settings/SettingRows";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import { lostBy } from "@/model/edit/field_kind";
import type { FieldRule } from "@/model/field_rules";
import type { Control, Field } from "@/model/form";
import { freshControl } from "./fresh_control";

/** Bounds of days have words of their own. */
function settingOf(name: string, control: Control): SettingName {
  if (!isMoment(control)) return name as SettingName;
  return name === "min" ? "earliest" : name === "max" ? "latest" : (name as SettingName);
}

export function useLostWords(): (before: Field, after: Field) => string {
  const { t } = useTranslation(["forms", "setting", "common"]);
  const ruleWord = (rule: FieldRule) =>
    rule === "required" || rule === "unique" ? t(`property.${rule}`) : t(`rule.${rule}.label`);
  return (before, after) => {
    const { rules, settings } = lostBy(before, after, freshControl(before.control.kind));
    const words = settings.map((name) => t(`setting:label.${settingOf(name, before.control)}`));
    const things = listed([...rules.map(ruleWord), ...words]);
    return things && t("kindLost", { things });
  };
}
