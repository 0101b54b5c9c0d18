import { CloudOff } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import styles from "./fill.module.css";
import type { Keeping } from "./order_draft";

/** When the draft was last saved, spoken too. */
export function KeepingStatus({ keeping, savedAt }: { keeping: Keeping; savedAt: number | null }) {
  const { t } = useTranslation("fill");
  const format = useFormat();
  const words: Record<Keeping, string> = {
    clean: "",
    dirty: t("keeping.saving"),
    saving: t("keeping.saving"),
    saved: savedAt === null ? "" : t("keeping.saved", { at: format.time(savedAt) }),
    local: "",
  };
  return <span aria-live="polite">{words[keeping]}</span>;
}

/** Above the button on every screen: the content is safe here, and what happens next. */
export function LocalStrip({ keeping, isQueued }: { keeping: Keeping; isQueued: boolean }) {
  const { t } = useTranslation("fill");
  const text = isQueued ? t("keeping.waiting") : keeping === "local" ? t("keeping.local") : null;
  return (
    <div role="status">
      {text && (
        <p className={styles.strip}>
          <CloudOff size={16} aria-hidden="true" /> {text}
        </p>
      )}
    </div>
  );
}
