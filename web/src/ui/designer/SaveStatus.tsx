import { useTranslation } from "@/i18n/words";
import { useFormat } from "../format";
import { problemText } from "../problem_text";
import type { Keeping } from "./draft_session";
import { isMarked } from "./saving";

/** "Saved 12:30", spoken too. */
export function SaveStatus({ saving, isKept }: Pick<Keeping<unknown>, "saving" | "isKept">) {
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
        if (!isKept) return t("save.unkept", { why: problemText(saving.error).title });
        if (saving.error.isOffline) return t("save.offline");
        return t("save.waiting", { why: problemText(saving.error).title });
      case "refused":
        if (isMarked(saving.error)) return t("save.refused");
        return isKept ? t("save.kept") : t("save.unkept", { why: problemText(saving.error).title });
      case "conflict":
        return t("save.conflict");
    }
  };
  return <span aria-live="polite">{words()}</span>;
}
