import { useTranslation } from "@/i18n/words";
import type { FieldType } from "@/model/formula/scope";
import type { Problem } from "@/model/problem";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import type { SettingName } from "../settings/SettingRows";
import { settingProblem } from "../settings/setting_problem";
import { FormulaInput } from "./FormulaInput";
import { isNotSaid } from "./formula_problem";

interface FormulaRowProps {
  /** The setting's name in the definition. */
  name: SettingName;
  /** Where its words differ from its name. */
  words?: SettingName;
  wanted: FieldType;
  value: string | null;
  problems: readonly Problem[];
  /** An emptied formula is none. */
  onChange: (formula: string | null) => void;
}

export function FormulaRow({ name, words = name, wanted, value, problems, onChange }: FormulaRowProps) {
  const { t, i18n } = useTranslation("field");
  const label = t(`setting.${words}`);
  const help = i18n.exists(`settingHelp.${words}`, { ns: "field" }) ? String(t(`settingHelp.${words}` as never)) : "";
  return (
    <PropertyRow
      name={name}
      label={label}
      help={help}
      problem={settingProblem(problems.filter(isNotSaid), name)}
      onReset={value ? () => onChange(null) : undefined}
    >
      {(id) => (
        <FormulaInput
          id={id}
          label={label}
          value={value ?? ""}
          wanted={wanted}
          onChange={(text) => onChange(text.trim() ? text : null)}
        />
      )}
    </PropertyRow>
  );
}
