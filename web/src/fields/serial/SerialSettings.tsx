import { useTranslation } from "@/i18n/words";
import type { SettingsProps } from "../registry";
import { ChoiceRow, TextRow } from "../settings/SettingRows";

const RESETS = ["never", "year", "month", "day"] as const;

export default function SerialSettings({ control, problems, onChange }: SettingsProps<"serial">) {
  const { t } = useTranslation("field");
  return (
    <>
      <TextRow
        name="pattern"
        isCode
        value={control.pattern}
        standard="{yyyyMMdd}-{####}"
        problems={problems}
        onChange={(pattern) => onChange({ ...control, pattern }, "pattern")}
      />
      <ChoiceRow
        name="reset"
        value={control.reset}
        standard="day"
        choices={RESETS.map((value) => ({ value, label: t(`reset.${value}`) }))}
        problems={problems}
        onChange={(reset) => onChange({ ...control, reset })}
      />
    </>
  );
}
