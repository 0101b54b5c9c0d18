import { useTranslation } from "@/i18n/words";
import type { StepSummaryProps } from "../registry";
import { useSourceWords } from "../settings/source_words";

export function ApproveSummary({ step, form }: StepSummaryProps<"approve">) {
  const { t } = useTranslation("node");
  const words = useSourceWords(form);
  return <>{[words.who(step.assign?.sources), t(`mode.approve.${step.mode ?? "any"}.short`)].join(" · ")}</>;
}
