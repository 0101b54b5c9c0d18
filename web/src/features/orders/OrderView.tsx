import { useQuery } from "@tanstack/react-query";
import type { LinkProps } from "@tanstack/react-router";
import { Alert } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { orderQuery } from "@/api/orders";
import type { OrderPage } from "@/model/order";
import type { Values } from "@/model/value";
import { OrderStateTag } from "@/ui/OrderStateTag";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { FormSkeleton } from "@/ui/Skeletons";
import { CommentBox } from "./CommentBox";
import { FlowPicture } from "./FlowPicture";
import { History } from "./History";
import { OrderActions } from "./OrderActions";
import { OrderSummary } from "./OrderSummary";
import styles from "./orders.module.css";
import { Sheet } from "./Sheet";

export interface OrderViewProps {
  id: string;
  back?: LinkProps;
  phoneBack?: LinkProps;
}

/** One order: what it is, what was filled in, what happened, and what the viewer may do about it. */
export function OrderView({ id, back, phoneBack }: OrderViewProps) {
  const { t } = useTranslation("orders");
  const query = useQuery(orderQuery(id));
  const order = query.data;
  const header = (
    <PageHeader
      title={order ? order.title || t("untitled", { form: order.form_name }) : t("title")}
      subtitle={order && [order.form_name, order.serial].filter(Boolean).join(" · ")}
      {...(back && { back })}
      {...(phoneBack && { phoneBack })}
      actions={order && <OrderStateTag state={order.state} />}
    />
  );
  return (
    <Page width="full" header={header}>
      <QueryView query={query} skeleton={<FormSkeleton />}>
        {(there) => <OrderBody order={there} />}
      </QueryView>
    </Page>
  );
}

function OrderBody({ order }: { order: OrderPage }) {
  const { t } = useTranslation("orders");
  const [changes, setChanges] = useState<Values>({});
  const [handled, setHandled] = useState<string | null>(null);
  return (
    <>
      <div className={styles.scroll}>
        <div className={styles.content}>
          {handled && <Alert type="info" showIcon closable message={handled} onClose={() => setHandled(null)} />}
          <OrderSummary order={order} />
          <section className={styles.card} aria-label={t("values")}>
            <Sheet order={order} changes={changes} onChange={setChanges} />
          </section>
          <section className={styles.card}>
            <h2 className={styles.heading}>{t("history.title")}</h2>
            <History order={order} />
            {order.actions.some(({ verb }) => verb === "comment") && <CommentBox order={order.id} />}
          </section>
          {order.flow.definition.nodes.length > 0 && (
            <section className={styles.card}>
              <h2 className={styles.heading}>{t("flow.title")}</h2>
              <FlowPicture flow={order.flow} />
            </section>
          )}
        </div>
      </div>
      <OrderActions order={order} changes={changes} onDone={() => setChanges({})} onHandled={setHandled} />
    </>
  );
}
