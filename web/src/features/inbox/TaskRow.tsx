import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import type { TaskItem } from "@/api/inbox";
import { actOnOrder } from "@/api/orders";
import { useTranslation } from "@/i18n/words";
import { newId } from "@/model/id";
import { useFormat } from "@/ui/format";
import { OrderStateTag } from "@/ui/OrderStateTag";
import { Person } from "@/ui/Person";
import { PlainButton } from "@/ui/PlainButton";
import { StateTag } from "@/ui/StateTag";
import { type Swipe, useSwipe } from "@/ui/swipe";
import { Tick } from "@/ui/Tick";
import { toast } from "@/ui/toast";
import { amountText } from "./amount";
import styles from "./inbox.module.css";
import { SwipeSigns } from "./SwipeSigns";
import { rowKey } from "./selection";
import { summaryOf } from "./summary";

export interface TaskRowProps {
  item: TaskItem;
  isAt: boolean;
  isOpen: boolean;
  isTicked: boolean;
  /** It came, or came back, after this person last opened its order. */
  isUnread: boolean;
  canTick: boolean;
  onNear: () => void;
  onOpen: () => void;
  onTick: (isRange: boolean) => void;
  /** What a push to one side means; `null` where it means nothing. */
  swipe: Swipe | null;
}

/** In two lines: what and how much; who, since when and until when. */
export function TaskRow(props: TaskRowProps) {
  const { item, isAt, isOpen, isTicked, isUnread, canTick, onNear, onOpen, onTick, swipe } = props;
  const { t } = useTranslation("inbox");
  const format = useFormat();
  const pushed = useSwipe(swipe);
  const summary = summaryOf(item);
  return (
    <li className={styles.row} data-at={isAt} data-open={isOpen} data-key={rowKey(item)}>
      {canTick && (
        <Tick
          className={styles.tick}
          isOn={isTicked}
          label={t("tick", { title: item.title })}
          onChange={({ nativeEvent }) => onTick("shiftKey" in nativeEvent && Boolean(nativeEvent.shiftKey))}
        />
      )}
      {swipe && <SwipeSigns />}
      <button
        type="button"
        className={styles.main}
        data-swipes={swipe !== null}
        onPointerDown={onNear}
        onClick={onOpen}
        aria-current={isOpen}
        {...pushed}
      >
        <span className={styles.line}>
          {isUnread && <span className={styles.unread} role="img" aria-label={t("unread")} />}
          <span className={styles.what}>
            <span className={styles.title}>{item.title || t("untitled", { form: item.form_name })}</span>
            {summary.length > 0 && (
              <span className={styles.summary}>
                {summary.map(({ label, text }) => (
                  <span key={label} className={styles.pair}>
                    <span className={styles.label}>{label}</span> {text}
                  </span>
                ))}
              </span>
            )}
          </span>
          {item.amount && (
            <span className={styles.amount} title={item.amount.label}>
              {amountText(format, item.amount)}
            </span>
          )}
        </span>
        <span className={styles.line}>
          <span className={styles.who}>
            <Person id={item.initiator} size={18} />
            <span className={styles.step}>{[item.form_name, item.node_name].filter(Boolean).join(" · ")}</span>
            {item.progress && item.progress.done > 0 && item.progress.total > 1 && (
              <span className={styles.progress} role="img" aria-label={t("progress", item.progress)}>
                {`${item.progress.done}/${item.progress.total}`}
              </span>
            )}
          </span>
          <span className={styles.at}>{format.ago(item.opened_at)}</span>
          <DueTag item={item} />
        </span>
      </button>
      {item.claimable && item.task && <ClaimButton order={item.order} task={item.task} />}
    </li>
  );
}

function DueTag({ item }: { item: TaskItem }) {
  const { t } = useTranslation("inbox");
  const format = useFormat();
  if (!item.task) return <OrderStateTag state={item.state} bare />;
  if (!item.due_at) return null;
  const span = format.span(item.due_at - Date.now());
  return (
    <StateTag tone={item.overdue ? "danger" : "neutral"} bare>
      {item.overdue ? t("overdueBy", { span }) : t("dueIn", { span })}
    </StateTag>
  );
}

function ClaimButton({ order, task }: { order: string; task: string }) {
  const { t } = useTranslation("inbox");
  const key = useRef(newId());
  const claim = useMutation({
    mutationFn: () => actOnOrder(order, "claim", { task }, { key: key.current }),
    onSuccess: () => toast.success(t("claimed")),
    onError: toast.problem,
  });
  return (
    <PlainButton className={styles.claim} size="small" isBusy={claim.isPending} onClick={() => claim.mutate()}>
      {t("claim")}
    </PlainButton>
  );
}
