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
  const { t } = useTranslation("setting");
  const label = t(`label.${words}`);
  return (
    <PropertyRow
      name={name}
      label={label}
      help={t(`help.${words}`)}
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
