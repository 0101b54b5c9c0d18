import { useTranslation } from "react-i18next";
import { useFormat } from "@/ui/format";
import type { Keeping, Sending } from "./draft";

interface KeepingStatusProps {
  keeping: Keeping;
  savedAt: number | null;
  sending: Sending;
}

/** Where the typed content is just now, spoken too. */
export function KeepingStatus({ keeping, savedAt, sending }: KeepingStatusProps) {
  const { t } = useTranslation("fill");
  const format = useFormat();
  const words: Record<Keeping, string> = {
    clean: "",
    dirty: t("keeping.saving"),
    saving: t("keeping.saving"),
    saved: savedAt === null ? "" : t("keeping.saved", { at: format.time(savedAt) }),
    local: t("keeping.local"),
  };
  return <span aria-live="polite">{sending === "waiting" ? t("keeping.waiting") : words[keeping]}</span>;
}
