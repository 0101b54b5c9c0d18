import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { draftQuery } from "@/api/drafts";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { FormSkeleton } from "@/ui/Skeletons";

export function FlowDesignerPage() {
  const { t } = useTranslation("flows");
  const params = useParams({ from: "/shell/apps/$app/forms/$form/flow" });
  const query = useQuery(draftQuery("flow", params.form));
  const title = query.data?.form.name ?? t("title");
  return (
    <Page header={<PageHeader title={title} back={{ to: "/apps/$app/forms/$form", params }} />}>
      <QueryView query={query} skeleton={<FormSkeleton />}>
        {({ form }) => <h2>{form.name}</h2>}
      </QueryView>
    </Page>
  );
}
