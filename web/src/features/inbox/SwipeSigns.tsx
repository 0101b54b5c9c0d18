import { Check, X } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import styles from "./inbox.module.css";

/** Under the row: what letting go will do. The same is behind the row for whoever cannot push. */
export function SwipeSigns() {
  const { t } = useTranslation("inbox");
  return (
    <span className={styles.signs} aria-hidden="true">
      <span className={styles.yes}>
        <Check size={20} /> {t("swipe.approve")}
      </span>
      <span className={styles.no}>
        {t("swipe.reject")} <X size={20} />
      </span>
    </span>
  );
}
