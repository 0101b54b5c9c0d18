import type { SettingsProps } from "../registry";
import { TextRow } from "../settings/SettingRows";

export default function SwitchSettings({ control, problems, onChange }: SettingsProps<"switch">) {
  return (
    <>
      <TextRow
        name="on_label"
        value={control.on_label}
        standard=""
        problems={problems}
        onChange={(on_label) => onChange({ ...control, on_label }, "on_label")}
      />
      <TextRow
        name="off_label"
        value={control.off_label}
        standard=""
        problems={problems}
        onChange={(off_label) => onChange({ ...control, off_label }, "off_label")}
      />
    </>
  );
}
