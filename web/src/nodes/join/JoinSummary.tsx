import { useTranslation } from "@/i18n/words";
import type { StepSummaryProps } from "../registry";

export function JoinSummary({ step }: StepSummaryProps<"join">) {
  const { t } = useTranslation("node");
  const need = step.need ?? "all";
  return typeof need === "object" ? t("need.summary", { count: need.count }) : t(`need.${need}`);
}
