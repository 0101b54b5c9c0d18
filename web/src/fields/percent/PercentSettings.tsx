import { DecimalSettings } from "../decimal/DecimalSettings";
import type { SettingsProps } from "../registry";

export default function PercentSettings({ control, onChange, problems }: SettingsProps<"percent">) {
  return (
    <DecimalSettings
      control={control}
      standardDecimals={0}
      problems={problems}
      onChange={(rule, group) => onChange({ ...control, ...rule }, group)}
    />
  );
}
