import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { orderQuery } from "@/api/orders";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { FormSkeleton } from "@/ui/Skeletons";

export function OrderPage() {
  const { t } = useTranslation("orders");
  const { id } = useParams({ from: "/shell/orders/$id" });
  const query = useQuery(orderQuery(id));
  return (
    <Page width="narrow" header={<PageHeader title={query.data?.title ?? t("title")} back={{ to: "/inbox" }} />}>
      <QueryView query={query} skeleton={<FormSkeleton />}>
        {({ title }) => <h2>{title}</h2>}
      </QueryView>
    </Page>
  );
}
