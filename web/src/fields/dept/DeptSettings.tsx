import type { SettingsProps } from "../registry";
import { SwitchRow } from "../settings/SettingRows";

export default function DeptSettings({ control, problems, onChange }: SettingsProps<"dept">) {
  return (
    <SwitchRow
      name="many"
      value={control.many}
      standard={false}
      problems={problems}
      onChange={(many) => onChange({ ...control, many })}
    />
  );
}
