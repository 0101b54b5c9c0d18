import { Select } from "antd";
import { useTranslation } from "@/i18n/words";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import type { StepSettingsProps } from "../registry";

const RULES = ["before_first_decision", "any_time", "never"] as const;

export function WithdrawSettings({ step, onChange }: StepSettingsProps<"start">) {
  const { t } = useTranslation("node");
  const withdraw = step.withdraw ?? "before_first_decision";
  return (
    <PropertyRow label={t("withdraw.label")} help={t("withdraw.help")}>
      {(id) => (
        <Select
          id={id}
          value={withdraw}
          onChange={(next) => onChange({ ...step, withdraw: next })}
          options={RULES.map((rule) => ({ value: rule, label: t(`withdraw.${rule}`) }))}
        />
      )}
    </PropertyRow>
  );
}

export function StartSummary() {
  const { t } = useTranslation("node");
  return t("summary.start");
}
