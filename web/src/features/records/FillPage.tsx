import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { newOrderQuery } from "@/api/orders";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { FormSkeleton } from "@/ui/Skeletons";

export function FillPage() {
  const { t } = useTranslation("records");
  const { form } = useParams({ from: "/shell/new/$form" });
  const query = useQuery(newOrderQuery(form));
  return (
    <Page width="narrow" header={<PageHeader title={t("fill")} back={{ to: "/new" }} />}>
      <QueryView query={query} skeleton={<FormSkeleton />}>
        {({ version }) => <h2>{version}</h2>}
      </QueryView>
    </Page>
  );
}
