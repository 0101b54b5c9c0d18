import { Button } from "antd";
import { useTranslation } from "@/i18n/words";
import type { HeldDecision, OrderPage } from "@/model/order";
import type { Errand } from "@/ui/errand_book";
import { dropErrand, sendErrand } from "@/ui/errands";
import { useFormat } from "@/ui/format";
import { takeHeldBack } from "@/ui/held";
import { useLift } from "@/ui/lift";
import styles from "./orders.module.css";
import { besideHeld } from "./verbs";

interface OnItsWay {
  order: OrderPage;
  errand: Errand | undefined;
}

/** What is decided and on its way, in the place of its buttons: nobody decides twice. */
export function ErrandBar({ order, errand }: OnItsWay) {
  if (errand) return <Sending errand={errand} />;
  return order.held?.map((held) => <Held key={held.id} order={order} held={held} />);
}

/** The server keeps it: it can be taken back here, whichever device it came from. */
function Held({ order, held: { id, task, verb } }: { order: OrderPage; held: HeldDecision }) {
  const { t } = useTranslation();
  const { t: tOrders } = useTranslation("orders");
  useLift();
  const step = order.tasks.find((one) => one.id === task)?.node_name;
  const what = tOrders(`verb.${verb}`);
  // Where this person has more to decide, the step tells which it was.
  const isAlone = besideHeld(order) === null && order.held?.length === 1;
  return (
    <div className={styles.errand} role="status">
      <span className={styles.faint}>
        {t("errand.coming", { what: step && !isAlone ? tOrders("decisionAt", { what, step }) : what })}
      </span>
      <Button onClick={() => void takeHeldBack([id])}>{t("undo")}</Button>
    </div>
  );
}

function Sending({ errand }: { errand: Errand }) {
  const { t } = useTranslation();
  const format = useFormat();
  useLift();
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
