import type { SettingsProps } from "../registry";
import { IntegerRow, TextRow } from "../settings/SettingRows";

export default function TextareaSettings({ control, onChange, problems }: SettingsProps<"textarea">) {
  return (
    <>
      <TextRow
        name="placeholder"
        value={control.placeholder}
        standard=""
        problems={problems}
        onChange={(placeholder) => onChange({ ...control, placeholder }, "placeholder")}
      />
      <IntegerRow
        name="rows"
        value={control.rows}
        standard={4}
        min={1}
        max={20}
        problems={problems}
        onChange={(rows) => onChange({ ...control, rows }, "rows")}
      />
      <IntegerRow
        name="max_chars"
        value={control.max_chars}
        standard={2_000}
        min={1}
        max={20_000}
        problems={problems}
        onChange={(max_chars) => onChange({ ...control, max_chars }, "max_chars")}
      />
    </>
  );
}
