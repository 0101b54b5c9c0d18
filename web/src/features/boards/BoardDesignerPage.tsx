import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type AppForm, appQuery } from "@/api/apps";
import { boardDraftQuery } from "@/api/boards";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { LinkButton } from "@/ui/LinkButton";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { PanesSkeleton } from "@/ui/Skeletons";
import { BoardDesigner } from "./BoardDesigner";

const isPublished = ({ form_version }: AppForm): boolean => form_version > 0;

/** A board is made of published forms: without one there is nothing to count yet. */
export function BoardDesignerPage() {
  const { t } = useTranslation("boards");
  const params = useParams({ from: "/shell/apps/$app/boards/$board/design" });
  const board = useQuery(boardDraftQuery(params.board));
  const app = useQuery(appQuery(params.app));
  const forms = app.data?.forms.filter(isPublished);
  if (board.data && forms && forms.length > 0) {
    return <BoardDesigner key={board.data.id} board={board.data} forms={forms} />;
  }
  const [first] = app.data?.forms ?? [];
  const go = first ? (
    <LinkButton type="primary" to="/apps/$app/forms/$form/design" params={{ app: params.app, form: first.id }}>
      {t("noForms.design", { form: first.name })}
    </LinkButton>
  ) : (
    <LinkButton type="primary" to="/apps/$app" params={params}>
      {t("noForms.open")}
    </LinkButton>
  );
  const noForms = <EmptyState art="tiles" title={t("noForms.title")} text={t("noForms.text")} action={go} />;
  return (
    <Page
      width="full"
      header={<PageHeader title={board.data?.name ?? t("design")} back={{ to: "/apps/$app", params }} />}
    >
      <QueryView query={board} skeleton={<PanesSkeleton />}>
        {() => (
          <QueryView query={{ ...app, data: app.isSuccess || undefined }} skeleton={<PanesSkeleton />}>
            {() => noForms}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}
