import { Button } from "antd";
import { useTranslation } from "@/i18n/words";
import type { HeldDecision } from "@/model/order";
import type { Errand } from "@/ui/errand_book";
import { dropErrand, sendErrand } from "@/ui/errands";
import { useFormat } from "@/ui/format";
import { takeHeldBack } from "@/ui/held";
import styles from "./orders.module.css";

interface OnItsWay {
  errand: Errand | undefined;
  held: HeldDecision | undefined;
}

/** In the place of the actions while a decision is on its way: nobody decides twice. */
export function ErrandBar({ errand, held }: OnItsWay) {
  if (errand) return <Sending errand={errand} />;
  return held && <Held held={held} />;
}

/** The server keeps it: it can be taken back here, whichever device it came from. */
function Held({ held: { id, verb } }: { held: HeldDecision }) {
  const { t } = useTranslation();
  const { t: tOrders } = useTranslation("orders");
  return (
    <div className={styles.errand} role="status">
      <span className={styles.faint}>{t("errand.coming", { what: tOrders(`verb.${verb}`) })}</span>
      <Button onClick={() => void takeHeldBack([id])}>{t("undo")}</Button>
    </div>
  );
}

function Sending({ errand }: { errand: Errand }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { key, state, what, decided_at } = errand;
  const words = {
    out: t("errand.coming", { what }),
    waiting: t("errand.queued", { what }),
    left: t("errand.left", { what, at: format.dateTime(decided_at) }),
  };
  return (
    <div className={styles.errand} role="status">
      <span className={styles.faint}>{words[state]}</span>
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
