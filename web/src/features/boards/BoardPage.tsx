import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { boardQuery } from "@/api/boards";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { CardsSkeleton } from "@/ui/Skeletons";

export function BoardPage() {
  const { t } = useTranslation("boards");
  const params = useParams({ from: "/shell/apps/$app/boards/$board" });
  const query = useQuery(boardQuery(params.board));
  const actions = query.data?.can_design && (
    <Link to="/apps/$app/boards/$board/design" params={params}>
      <Button>{t("design")}</Button>
    </Link>
  );
  return (
    <Page
      width="wide"
      header={
        <PageHeader title={query.data?.name ?? t("title")} phoneBack={{ to: "/apps/$app", params }} actions={actions} />
      }
    >
      <QueryView query={query} skeleton={<CardsSkeleton />}>
        {({ name }) => <h2>{name}</h2>}
      </QueryView>
    </Page>
  );
}
