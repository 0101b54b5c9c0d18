import { plain } from "@/model/formula/scope";
import { FormulaRow } from "../formula_input/FormulaRow";
import type { SettingsProps } from "../registry";

const DATE = plain("date");

export default function DateSettings({ control, problems, onChange }: SettingsProps<"date">) {
  return (
    <>
      <FormulaRow
        name="min"
        words="earliest"
        wanted={DATE}
        value={control.min}
        problems={problems}
        onChange={(min) => onChange({ ...control, min }, "min")}
      />
      <FormulaRow
        name="max"
        words="latest"
        wanted={DATE}
        value={control.max}
        problems={problems}
        onChange={(max) => onChange({ ...control, max }, "max")}
      />
    </>
  );
}
