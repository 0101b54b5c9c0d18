import { useTranslation } from "@/i18n/words";
import { useFormat } from "../format";
import { problemText } from "../problem_text";
import { isMarked, type Saving } from "./saving";

/** "Saved 12:30", spoken too. */
export function SaveStatus({ saving }: { saving: Saving<unknown> }) {
  const { t } = useTranslation("designer");
  const format = useFormat();
  const words = (): string => {
    switch (saving.is) {
      case "saved":
        return saving.at === null ? t("save.clean") : t("save.saved", { at: format.time(saving.at) });
      case "dirty":
      case "saving":
        return t("save.saving");
      case "waiting":
        if (saving.error.isOffline) return t("save.offline");
        return t("save.waiting", { why: problemText(saving.error).title });
      case "refused":
        return isMarked(saving.error) ? t("save.refused") : t("save.kept");
      case "conflict":
        return t("save.conflict");
    }
  };
  return <span aria-live="polite">{words()}</span>;
}
