import { OptionsRow } from "../choice/OptionsRow";
import type { SettingsProps } from "../registry";
import { CountRow } from "../settings/SettingRows";

export default function CheckboxSettings({ control, problems, onChange }: SettingsProps<"checkbox">) {
  return (
    <>
      <OptionsRow
        options={control.options}
        problems={problems}
        onChange={(options, group) => onChange({ ...control, options }, group)}
      />
      <CountRow
        name="min_picks"
        value={control.min_picks}
        standard={null}
        max={control.options.length}
        problems={problems}
        onChange={(min_picks) => onChange({ ...control, min_picks }, "min_picks")}
      />
      <CountRow
        name="max_picks"
        value={control.max_picks}
        standard={null}
        max={control.options.length}
        problems={problems}
        onChange={(max_picks) => onChange({ ...control, max_picks }, "max_picks")}
      />
    </>
  );
}
