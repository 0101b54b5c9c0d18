import { OptionsRow } from "../choice/OptionsRow";
import type { SettingsProps } from "../registry";

export default function RadioSettings({ control, problems, onChange }: SettingsProps<"radio">) {
  return (
    <OptionsRow
      options={control.options}
      problems={problems}
      onChange={(options, group) => onChange({ ...control, options }, group)}
    />
  );
}
