import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { appQuery } from "@/api/apps";
import { definitionQuery } from "@/api/drafts";
import { exportAddress, viewsQuery } from "@/api/records";
import type { FormDefinition } from "@/model/form";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { TableSkeleton } from "@/ui/Skeletons";
import { useIsPhone } from "@/ui/viewport";
import { Kanban } from "./Kanban";
import { type Look, lookOf, type RecordsSearch } from "./look";
import { RecordsTable } from "./RecordsTable";
import { RecordsToolbar } from "./RecordsToolbar";
import styles from "./records.module.css";

export function RecordsPage() {
  const { t } = useTranslation("records");
  const { app, form } = useParams({ from: "/shell/apps/$app/forms/$form" });
  const { view } = useSearch({ from: "/shell/apps/$app/forms/$form" });
  const { data: summary } = useQuery({
    ...appQuery(app),
    select: (apps) => apps.find(({ id }) => id === app)?.forms.find(({ id }) => id === form),
  });
  const definition = useQuery(definitionQuery("form", form));
  const may = new Set(summary?.actions);
  const actions = (
    <>
      {may.has("export") && (
        <Button href={exportAddress(form, view)} icon={<Download size={16} />}>
          {t("export")}
        </Button>
      )}
      {may.has("design") && (
        <Link to="/apps/$app/forms/$form/design" params={{ app, form }}>
          <Button>{t("design")}</Button>
        </Link>
      )}
      {may.has("create") && (
        <Link to="/new/$form" params={{ form }}>
          <Button type="primary">{t("add")}</Button>
        </Link>
      )}
    </>
  );
  return (
    <Page
      width="full"
      header={
        <PageHeader
          title={summary?.name ?? t("title")}
          phoneBack={{ to: "/apps/$app", params: { app } }}
          actions={actions}
        />
      }
    >
      <QueryView query={definition} skeleton={<TableSkeleton />}>
        {({ definition: there }) => <Records app={app} form={form} definition={there} />}
      </QueryView>
    </Page>
  );
}

function Records({ app, form, definition }: { app: string; form: string; definition: FormDefinition }) {
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  const search = useSearch({ from: "/shell/apps/$app/forms/$form" });
  const open = useParams({ strict: false }).id;
  const { data: views } = useQuery(viewsQuery(form));
  const look = lookOf(
    definition,
    views?.find(({ id }) => id === search.view),
    search.look,
  );
  const go = (next: RecordsSearch) => void navigate({ to: ".", search: next, replace: true });
  const change = (part: Partial<Look>) => go({ ...search, look: { ...search.look, ...part } });
  const openRecord = (id: string) =>
    void navigate({ to: "/apps/$app/forms/$form/records/$id", params: { app, form, id }, search: (old) => old });
  const shared = { form, definition, look, search: search.q ?? "", onOpen: openRecord };
  return (
    <div className={styles.split}>
      {!(isPhone && open) && (
        <div className={styles.list}>
          <RecordsToolbar
            form={form}
            definition={definition}
            look={look}
            search={search}
            views={views ?? []}
            onLook={change}
            onSearch={go}
          />
          {look.layout.kind === "kanban" ? (
            <Kanban {...shared} by={look.layout.by} />
          ) : (
            <RecordsTable {...shared} open={open} onLook={change} />
          )}
        </div>
      )}
      {open && (
        <div className={styles.detail}>
          <Outlet />
        </div>
      )}
    </div>
  );
}
