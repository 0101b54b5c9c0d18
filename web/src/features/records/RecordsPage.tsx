import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { appQuery } from "@/api/apps";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { TableSkeleton } from "@/ui/Skeletons";

export function RecordsPage() {
  const { t } = useTranslation("records");
  const { app, form } = useParams({ from: "/shell/apps/$app/forms/$form" });
  const query = useQuery(appQuery(app));
  const summary = query.data?.forms.find(({ id }) => id === form);
  const actions = summary && (
    <>
      {summary.actions.includes("design") && (
        <Link to="/apps/$app/forms/$form/design" params={{ app, form }}>
          <Button>{t("design")}</Button>
        </Link>
      )}
      <Link to="/new/$form" params={{ form }}>
        <Button type="primary">{t("add")}</Button>
      </Link>
    </>
  );
  return (
    <Page
      width="wide"
      header={
        <PageHeader
          title={summary?.name ?? t("title")}
          phoneBack={{ to: "/apps/$app", params: { app } }}
          actions={actions}
        />
      }
    >
      <QueryView query={query} skeleton={<TableSkeleton />}>
        {() => <h2>{summary?.name}</h2>}
      </QueryView>
    </Page>
  );
}
