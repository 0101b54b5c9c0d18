import type { StepSummaryProps } from "../registry";
import { useSourceWords } from "../settings/source_words";

export function CcSummary({ step, form }: StepSummaryProps<"cc">) {
  return <>{useSourceWords(form).who(step.recipients)}</>;
}
