import { useTranslation } from "@/i18n/words";
import type { Action } from "@/ui/ActionBar";

/** At the button that sends a form: how much there is to mend first. */
export function useProblemMark(count: number): Pick<Action, "mark"> {
  const { t } = useTranslation("field");
  return count > 0 ? { mark: { count, text: t("toMend", { count }) } } : {};
}
