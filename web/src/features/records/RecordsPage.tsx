import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { appQuery } from "@/api/apps";
import { definitionQuery } from "@/api/drafts";
import { ApiProblem } from "@/api/problem";
import { useTranslation } from "@/i18n/words";
import { knownForm } from "@/model/known_fields";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { TableSkeleton } from "@/ui/Skeletons";
import { useIsPhone } from "@/ui/viewport";
import { FormActions } from "./FormActions";
import { OnlyFill } from "./OnlyFill";
import { Records } from "./Records";
import { Unpublished } from "./Unpublished";

/** Everything that was filled into one form, as far as the viewer may see it. */
export function RecordsPage() {
  const { t } = useTranslation("records");
  const { app, form } = useParams({ from: "/shell/apps/$app/forms/$form" });
  const search = useSearch({ from: "/shell/apps/$app/forms/$form" });
  const { data } = useQuery(appQuery(app));
  const isPhone = useIsPhone();
  const open = useParams({ strict: false }).id;
  const summary = data?.forms.find(({ id }) => id === form);
  const definition = useQuery(definitionQuery("form", form));
  const there = definition.data?.definition;
  const known = useMemo(() => there && knownForm(there, summary?.fields), [there, summary?.fields]);
  const header = (
    <PageHeader
      title={summary?.name ?? t("title")}
      phoneBack={{ to: "/apps/$app", params: { app } }}
      {...(search.trail && {
        back: { to: "/apps/$app/boards/$board", params: search.trail, search: search.trail.search },
        subtitle: t("fromBoard", { ...search.trail }),
      })}
      actions={summary && <FormActions app={app} form={summary} search={search} />}
    />
  );
  if (summary && !summary.actions.includes("view") && summary.actions.includes("create")) {
    return (
      <Page header={header}>
        <OnlyFill form={form} />
      </Page>
    );
  }
  if (definition.error instanceof ApiProblem && definition.error.code === "not_published") {
    return (
      <Page header={header}>
        <Unpublished app={app} form={form} mayDesign={summary?.actions.includes("design") ?? false} />
      </Page>
    );
  }
  return (
    <Page width="full" {...(!open && { paper: "wide" })} header={isPhone && open ? undefined : header}>
      <QueryView query={definition} skeleton={<TableSkeleton />}>
        {({ definition: whole }) => (
          <Records key={form} app={app} form={form} definition={known ?? whole} actions={summary?.actions ?? []} />
        )}
      </QueryView>
    </Page>
  );
}
