import { OptionsRow } from "../choice/OptionsRow";
import type { SettingsProps } from "../registry";

export default function SelectSettings({ control, problems, onChange }: SettingsProps<"select">) {
  return (
    <OptionsRow
      options={control.options}
      problems={problems}
      onChange={(options, group) => onChange({ ...control, options }, group)}
    />
  );
}
