import { Alert, Button, Spin } from "antd";
import { lazy, Suspense, useRef, useState } from "react";
import { FormSheet, type SheetHandle } from "@/fields/sheet/FormSheet";
import { useTranslation } from "@/i18n/words";
import type { OrderPage, OrderVerb } from "@/model/order";
import { useErrandOf } from "@/ui/errand_book";
import { UploadGoal } from "@/ui/uploads/goal";
import { orderKey } from "@/ui/uploads/goal_of";
import { dropAllOf } from "@/ui/uploads/uploads";
import { ChangedNote } from "./ChangedNote";
import { CommentBox } from "./CommentBox";
import { useChanges } from "./changes";
import { History } from "./History";
import { OrderActions } from "./OrderActions";
import { OrderSummary } from "./OrderSummary";
import styles from "./orders.module.css";
import { isHeld, useFaster, useOutcome } from "./outcome";
import { useIsElsewhere } from "./own_draft";
import { carriesValues } from "./verbs";
import { WhyReturned } from "./WhyReturned";
import { useWork } from "./work";

const FlowPicture = lazy(() => import("./FlowPicture"));

/** From top to bottom: where it stands, what was filled in, what happened, where it goes. Decisions at the bottom edge. */
export function OrderBody({ order, begin }: { order: OrderPage; begin: OrderVerb | undefined }) {
  const { t } = useTranslation("orders");
  const sheet = useRef<SheetHandle>(null);
  const changes = useChanges(order);
  const work = useWork(order, changes.wrote);
  const [isEditing, setEditing] = useState(false);
  const [toMend, setToMend] = useState(0);
  const [handled, setHandled] = useState<string | null>(null);
  const isOnItsWay = useErrandOf(order.id) !== undefined || isHeld(order);
  const isAtWork = order.actions.some(({ verb }) => verb !== "edit" && carriesValues(verb));
  const isElsewhere = useIsElsewhere(order);
  const isOpen = !isOnItsWay && !isElsewhere && (isAtWork || isEditing);
  const done = () => {
    work.drop();
    dropAllOf(orderKey(order.id));
    setEditing(false);
    changes.accept();
  };
  useOutcome(order, { onDone: done, onRefused: work.refuse });
  const faster = useFaster(order);
  const told = handled ?? faster;
  const goal = {
    key: orderKey(order.id),
    title: order.title || t("untitled", { form: order.form_name }),
    href: `/orders/${order.id}`,
  };
  return (
    <UploadGoal value={goal}>
      <div className={styles.scroll}>
        <div className={styles.content}>
          {told && (
            <Alert key={told} type="info" showIcon closable={{ onClose: () => setHandled(null) }} title={told} />
          )}
          {isElsewhere && <Alert type="info" showIcon title={t("elsewhere")} />}
          <WhyReturned order={order} />
          <ChangedNote order={order} changes={changes} />
          {isOpen && work.isResumed && (
            <Alert
              type="info"
              showIcon
              closable
              title={t("resumed")}
              action={
                <Button size="small" onClick={work.forget}>
                  {t("forget")}
                </Button>
              }
            />
          )}
          {order.state !== "draft" && <OrderSummary order={order} />}
          <section aria-label={t("values")}>
            <FormSheet
              ref={sheet}
              definition={order.definition}
              values={isOpen || isOnItsWay ? work.values : order.values}
              matrix={order.matrix}
              order={order.id}
              problems={work.problems}
              changed={changes.fields}
              onProblems={setToMend}
              {...(isOpen && { onChange: work.change })}
            />
          </section>
          {order.history.length > 0 && (
            <section className={styles.card}>
              <h2 className={styles.heading}>{t("history.title")}</h2>
              <History order={order} />
              {order.actions.some(({ verb }) => verb === "comment") && (
                <CommentBox order={order.id} isBegun={begin === "comment"} />
              )}
            </section>
          )}
          {order.flow.definition.nodes.length > 0 && (
            <section className={styles.card}>
              <h2 className={styles.heading}>{t("flow.title")}</h2>
              <Suspense fallback={<Spin size="small" />}>
                <FlowPicture order={order} />
              </Suspense>
            </section>
          )}
        </div>
      </div>
      <OrderActions
        order={order}
        begin={begin}
        work={work}
        toMend={toMend}
        check={() => sheet.current?.check() ?? []}
        isEditing={isEditing && !isAtWork}
        onEdit={setEditing}
        onDone={done}
        onHandled={setHandled}
      />
    </UploadGoal>
  );
}
