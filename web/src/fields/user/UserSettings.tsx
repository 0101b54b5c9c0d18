import type { SettingsProps } from "../registry";
import { SwitchRow } from "../settings/SettingRows";

export default function UserSettings({ control, problems, onChange }: SettingsProps<"user">) {
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
