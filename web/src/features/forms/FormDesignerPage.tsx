import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { draftQuery } from "@/api/drafts";
import { useTranslation } from "@/i18n/words";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { PanesSkeleton } from "@/ui/Skeletons";
import { FormDesigner } from "./FormDesigner";

export function FormDesignerPage() {
  const { t } = useTranslation("forms");
  const params = useParams({ from: "/shell/apps/$app/forms/$form/design" });
  const query = useQuery(draftQuery("form", params.form));
  if (query.data) return <FormDesigner key={params.form} app={params.app} draft={query.data} />;
  return (
    <Page width="full" header={<PageHeader title={t("title")} back={{ to: "/apps/$app/forms/$form", params }} />}>
      <QueryView query={query} skeleton={<PanesSkeleton />}>
        {() => null}
      </QueryView>
    </Page>
  );
}
