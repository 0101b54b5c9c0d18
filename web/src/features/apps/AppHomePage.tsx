import { skipToken, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { KeyRound, Plus, Settings2 } from "lucide-react";
import { useState } from "react";
import { type AppSummary, appQuery } from "@/api/apps";
import { grantsQuery, isOpen } from "@/api/grants";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { LinkButton } from "@/ui/LinkButton";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { usePower } from "@/ui/powers";
import { useIsPhone } from "@/ui/viewport";
import { AppSheet } from "./AppSheet";
import { useAppContents } from "./app_contents";
import styles from "./apps.module.css";
import { BoardCard } from "./BoardCard";
import { FormCard } from "./FormCard";
import { NameDialog, type NameQuestion } from "./NameDialog";

export function AppHomePage() {
  const { app } = useParams({ from: "/shell/apps/$app" });
  const { data } = useQuery(appQuery(app));
  return data ? <AppHome app={data} /> : null;
}

/** What is inside an app, and for its designers the tools to change it. */
function AppHome({ app }: { app: AppSummary }) {
  const { t } = useTranslation("apps");
  const isPhone = useIsPhone();
  const canGrant = usePower("administer");
  const [isEdited, setEdited] = useState(false);
  const [question, setQuestion] = useState<NameQuestion | null>(null);
  const contents = useAppContents(app);
  const canDesign = app.actions.includes("design");
  const grants = grantsQuery(app.id);
  const { data: granted } = useQuery(canGrant || canDesign ? grants : { ...grants, queryFn: skipToken });
  const addForm = canDesign && (
    <Button type="primary" icon={<Plus size={16} />} onClick={() => setQuestion(contents.newForm())}>
      {t("form.add")}
    </Button>
  );
  const actions = (
    <>
      {canGrant && (
        <LinkButton
          to="/apps/$app/access"
          params={{ app: app.id }}
          icon={<KeyRound size={16} />}
          aria-label={t("access.title")}
        >
          {!isPhone && t("access.title")}
        </LinkButton>
      )}
      {canDesign && (
        <Button icon={<Settings2 size={16} />} aria-label={t("edit")} onClick={() => setEdited(true)}>
          {!isPhone && t("edit")}
        </Button>
      )}
    </>
  );
  const header = (
    <PageHeader title={app.name} subtitle={app.description} phoneBack={{ to: "/apps" }} actions={actions} />
  );
  return (
    <Page header={header}>
      {app.forms.length === 0 && (
        <EmptyState
          art="tiles"
          title={t("noForms")}
          text={t(canDesign ? "noFormsText" : "noFormsMember")}
          action={addForm}
        />
      )}
      {app.forms.length > 0 && (
        <section aria-label={t("forms")}>
          <header className={styles.groupHead}>
            <h2>{t("forms")}</h2>
            {addForm}
          </header>
          <ul className={styles.cards}>
            {app.forms.map((form) => (
              <FormCard
                key={form.id}
                app={app.id}
                form={form}
                contents={contents}
                isClosed={granted !== undefined && !isOpen(granted.grants, form.id)}
                onAsk={setQuestion}
              />
            ))}
          </ul>
        </section>
      )}
      {(app.boards.length > 0 || (canDesign && app.forms.length > 0)) && (
        <section aria-label={t("boards")}>
          <header className={styles.groupHead}>
            <h2>{t("boards")}</h2>
            {canDesign && (
              <Button icon={<Plus size={16} />} onClick={() => setQuestion(contents.newBoard())}>
                {t("board.add")}
              </Button>
            )}
          </header>
          <ul className={styles.cards}>
            {app.boards.map((board) => (
              <BoardCard key={board.id} app={app.id} board={board} canDesign={canDesign} contents={contents} />
            ))}
          </ul>
          {app.boards.length === 0 && <p className={styles.hint}>{t("board.none")}</p>}
        </section>
      )}
      {isEdited && <AppSheet app={app} onClose={() => setEdited(false)} />}
      {question && <NameDialog question={question} onClose={() => setQuestion(null)} />}
    </Page>
  );
}
