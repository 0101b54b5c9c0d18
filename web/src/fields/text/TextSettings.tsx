import { useTranslation } from "@/i18n/words";
import type { SettingsProps } from "../registry";
import { ChoiceRow, IntegerRow, TextRow } from "../settings/SettingRows";

const FORMATS = ["any", "mobile", "email", "url"] as const;

export default function TextSettings({ control, onChange, problems }: SettingsProps<"text">) {
  const { t } = useTranslation("field");
  const choices = FORMATS.map((value) => ({ value, label: t(`format.${value}`) }));
  return (
    <>
      <TextRow
        name="placeholder"
        value={control.placeholder}
        standard=""
        problems={problems}
        onChange={(placeholder) => onChange({ ...control, placeholder }, "placeholder")}
      />
      <ChoiceRow
        name="format"
        value={control.format}
        standard="any"
        choices={choices}
        problems={problems}
        onChange={(format) => onChange({ ...control, format })}
      />
      <IntegerRow
        name="max_chars"
        value={control.max_chars}
        standard={200}
        min={1}
        max={20_000}
        problems={problems}
        onChange={(max_chars) => onChange({ ...control, max_chars }, "max_chars")}
      />
    </>
  );
}
