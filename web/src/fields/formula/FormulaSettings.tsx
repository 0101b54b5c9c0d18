import { useTranslation } from "@/i18n/words";
import { plain } from "@/model/formula/scope";
import { FormulaRow } from "../formula_input/FormulaRow";
import type { SettingsProps } from "../registry";
import { ChoiceRow, IntegerRow } from "../settings/SettingRows";

const RESULTS = ["number", "text", "bool", "date", "datetime"] as const;

export default function FormulaSettings({ control, problems, onChange }: SettingsProps<"formula">) {
  const { t } = useTranslation("field");
  return (
    <>
      <FormulaRow
        name="formula"
        wanted={plain(control.result === "datetime" ? "date_time" : control.result)}
        value={control.formula}
        problems={problems}
        onChange={(formula) => onChange({ ...control, formula: formula ?? "" }, "formula")}
      />
      <ChoiceRow
        name="result"
        value={control.result}
        standard="number"
        choices={RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
        problems={problems}
        onChange={(result) => onChange({ ...control, result })}
      />
      {control.result === "number" && (
        <IntegerRow
          name="decimals"
          value={control.decimals}
          standard={2}
          min={0}
          max={8}
          problems={problems}
          onChange={(decimals) => onChange({ ...control, decimals }, "decimals")}
        />
      )}
    </>
  );
}
