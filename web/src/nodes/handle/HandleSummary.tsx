import { useTranslation } from "@/i18n/words";
import type { StepSummaryProps } from "../registry";
import { useSourceWords } from "../settings/source_words";

export function HandleSummary({ step, form }: StepSummaryProps<"handle">) {
  const { t } = useTranslation("node");
  const words = useSourceWords(form);
  const how = step.dispatch === "claim" ? t("mode.handle.claim") : t(`mode.handle.${step.mode ?? "any"}.short`);
  return <>{[words.who(step.assign?.sources), how].join(" · ")}</>;
}
