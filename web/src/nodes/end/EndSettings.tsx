import { Input } from "antd";
import { useTranslation } from "@/i18n/words";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import type { StepSettingsProps, StepSummaryProps } from "../registry";

export function ResultSettings({ step, onChange }: StepSettingsProps<"end">) {
  const { t } = useTranslation("node");
  return (
    <PropertyRow name="result" label={t("result.label")} help={t("result.help")}>
      {(id) => (
        <Input
          id={id}
          value={step.result ?? ""}
          placeholder={t("result.placeholder")}
          maxLength={100}
          onChange={(event) => onChange({ ...step, result: event.target.value }, "result")}
        />
      )}
    </PropertyRow>
  );
}

export function EndSummary({ step }: StepSummaryProps<"end">) {
  return step.result ?? "";
}
