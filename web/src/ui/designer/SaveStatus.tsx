import { useTranslation } from "@/i18n/words";
import { useFormat } from "../format";
import type { SaveState } from "./session";

/** "Saved 12:30", spoken too. */
export function SaveStatus({ save, at }: { save: SaveState; at: number | null }) {
  const { t } = useTranslation("designer");
  const format = useFormat();
  const words: Record<SaveState, string> = {
    saved: at === null ? t("save.clean") : t("save.saved", { at: format.time(at) }),
    dirty: t("save.saving"),
    saving: t("save.saving"),
    offline: t("save.offline"),
    conflict: t("save.conflict"),
    refused: t("save.refused"),
  };
  return <span aria-live="polite">{words[save]}</span>;
}
