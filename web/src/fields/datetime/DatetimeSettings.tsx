import { plain } from "@/model/formula/scope";
import { FormulaRow } from "../formula_input/FormulaRow";
import type { SettingsProps } from "../registry";

const MOMENT = plain("date_time");

export default function DatetimeSettings({ control, problems, onChange }: SettingsProps<"datetime">) {
  return (
    <>
      <FormulaRow
        name="min"
        words="earliest"
        wanted={MOMENT}
        value={control.min}
        problems={problems}
        onChange={(min) => onChange({ ...control, min }, "min")}
      />
      <FormulaRow
        name="max"
        words="latest"
        wanted={MOMENT}
        value={control.max}
        problems={problems}
        onChange={(max) => onChange({ ...control, max }, "max")}
      />
    </>
  );
}
