import type { MoneyControl, NumberControl, PercentControl } from "@/model/form";
import type { Problem } from "@/model/problem";
import { DecimalRow, IntegerRow } from "../settings/SettingRows";
import type { DecimalRule } from "./decimal_text";

interface DecimalSettingsProps {
  control: NumberControl | MoneyControl | PercentControl;
  standardDecimals: number;
  problems: readonly Problem[];
  onChange: (rule: Partial<DecimalRule>, group: string) => void;
}

/** What every kind of number can be told. */
export function DecimalSettings({ control, standardDecimals, problems, onChange }: DecimalSettingsProps) {
  return (
    <>
      <IntegerRow
        name="decimals"
        value={control.decimals}
        standard={standardDecimals}
        min={0}
        max={8}
        problems={problems}
        onChange={(decimals) => onChange({ decimals }, "decimals")}
      />
      <DecimalRow
        name="min"
        value={control.min}
        standard={null}
        problems={problems}
        onChange={(min) => onChange({ min }, "min")}
      />
      <DecimalRow
        name="max"
        value={control.max}
        standard={null}
        problems={problems}
        onChange={(max) => onChange({ max }, "max")}
      />
    </>
  );
}
