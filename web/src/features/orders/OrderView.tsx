import { useQuery } from "@tanstack/react-query";
import type { LinkProps } from "@tanstack/react-router";
import { orderQuery } from "@/api/orders";
import { useTranslation } from "@/i18n/words";
import type { OrderVerb } from "@/model/order";
import { OrderStateTag } from "@/ui/OrderStateTag";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { FormSkeleton } from "@/ui/Skeletons";
import { OrderBody } from "./OrderBody";

export interface OrderViewProps {
  id: string;
  back?: LinkProps;
  phoneBack?: LinkProps;
  /** A decision to begin with. */
  begin?: OrderVerb;
}

/** One order: what it is, what was filled in, what happened, and what the viewer may do about it. */
export function OrderView({ id, back, phoneBack, begin }: OrderViewProps) {
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
        {(there) => <OrderBody order={there} begin={begin} />}
      </QueryView>
    </Page>
  );
}
