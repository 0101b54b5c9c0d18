import { Button } from "antd";
import { useTranslation } from "@/i18n/words";
import { type Errand, sendErrand, takeBack } from "@/ui/errands";
import styles from "./orders.module.css";

/** In the place of the actions while a decision is on its way: nobody decides twice. */
export function ErrandBar({ errand }: { errand: Errand }) {
  const { t } = useTranslation();
  const { key, state, what } = errand;
  return (
    <div className={styles.errand} role="status">
      <span className={styles.faint}>{t(state === "waiting" ? "errand.queued" : "errand.coming", { what })}</span>
      {state === "held" && <Button onClick={() => takeBack(key)}>{t("undo")}</Button>}
      {state === "waiting" && <Button onClick={() => sendErrand(key)}>{t("retry")}</Button>}
    </div>
  );
}
