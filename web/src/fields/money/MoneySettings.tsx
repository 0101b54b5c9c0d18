import { useTranslation } from "@/i18n/words";
import { DecimalSettings } from "../decimal/DecimalSettings";
import type { SettingsProps } from "../registry";
import { ChoiceRow } from "../settings/SettingRows";
import { CURRENCIES } from "./currency";

export default function MoneySettings({ control, onChange, problems }: SettingsProps<"money">) {
  const { i18n } = useTranslation();
  const names = new Intl.DisplayNames(i18n.language, { type: "currency" });
  const choices = CURRENCIES.map((value) => ({ value: value as string, label: `${value} · ${names.of(value)}` }));
  return (
    <>
      <ChoiceRow
        name="currency"
        value={control.currency}
        standard="CNY"
        choices={choices}
        problems={problems}
        onChange={(currency) => onChange({ ...control, currency })}
      />
      <DecimalSettings
        control={control}
        standardDecimals={2}
        problems={problems}
        onChange={(rule, group) => onChange({ ...control, ...rule }, group)}
      />
    </>
  );
}
