import { Button } from "antd";
import { useTranslation } from "@/i18n/words";
import type { Errand } from "@/ui/errand_book";
import { dropErrand, sendErrand, takeBack } from "@/ui/errands";
import { useFormat } from "@/ui/format";
import styles from "./orders.module.css";

/** In the place of the actions while a decision is on its way: nobody decides twice. */
export function ErrandBar({ errand }: { errand: Errand }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { key, state, what, decided_at } = errand;
  const words = {
    held: t("errand.coming", { what }),
    out: t("errand.coming", { what }),
    waiting: t("errand.queued", { what }),
    left: t("errand.left", { what, at: format.dateTime(decided_at) }),
  };
  return (
    <div className={styles.errand} role="status">
      <span className={styles.faint}>{words[state]}</span>
      {state === "held" && <Button onClick={() => takeBack(key)}>{t("undo")}</Button>}
      {state === "waiting" && <Button onClick={() => void sendErrand(key)}>{t("retry")}</Button>}
      {state === "left" && <Button onClick={() => dropErrand(key)}>{t("errand.drop")}</Button>}
      {state === "left" && (
        <Button type="primary" onClick={() => void sendErrand(key)}>
          {t("errand.send")}
        </Button>
      )}
    </div>
  );
}
