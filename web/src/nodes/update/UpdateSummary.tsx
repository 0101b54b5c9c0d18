import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import type { StepSummaryProps } from "../registry";

export function UpdateSummary({ step, form }: StepSummaryProps<"update">) {
  const { t } = useTranslation("node");
  const labels = (step.set ?? []).map(({ field }) => form.fields.find(({ id }) => id === field)?.label ?? field);
  return labels.length ? t("summary.update", { fields: listed(labels) }) : t("summary.nothingSet");
}
