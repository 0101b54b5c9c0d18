import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { boardDraftQuery } from "@/api/boards";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { FormSkeleton } from "@/ui/Skeletons";

export function BoardDesignerPage() {
  const { t } = useTranslation("boards");
  const params = useParams({ from: "/shell/apps/$app/boards/$board/design" });
  const query = useQuery(boardDraftQuery(params.board));
  const title = query.data?.name ?? t("design");
  return (
    <Page header={<PageHeader title={title} back={{ to: "/apps/$app/boards/$board", params }} />}>
      <QueryView query={query} skeleton={<FormSkeleton />}>
        {({ name }) => <h2>{name}</h2>}
      </QueryView>
    </Page>
  );
}
