import { DecimalSettings } from "../decimal/DecimalSettings";
import type { SettingsProps } from "../registry";
import { SwitchRow, TextRow } from "../settings/SettingRows";

export default function NumberSettings({ control, onChange, problems }: SettingsProps<"number">) {
  return (
    <>
      <TextRow
        name="unit"
        value={control.unit}
        standard=""
        problems={problems}
        onChange={(unit) => onChange({ ...control, unit }, "unit")}
      />
      <DecimalSettings
        control={control}
        standardDecimals={0}
        problems={problems}
        onChange={(rule, group) => onChange({ ...control, ...rule }, group)}
      />
      <SwitchRow
        name="thousands"
        value={control.thousands}
        standard={true}
        problems={problems}
        onChange={(thousands) => onChange({ ...control, thousands })}
      />
    </>
  );
}
