import type { SettingsProps } from "../registry";
import { IntegerRow } from "../settings/SettingRows";

export default function RatingSettings({ control, problems, onChange }: SettingsProps<"rating">) {
  return (
    <IntegerRow
      name="stars"
      value={control.stars}
      standard={5}
      min={2}
      max={10}
      problems={problems}
      onChange={(stars) => onChange({ ...control, stars }, "stars")}
    />
  );
}
