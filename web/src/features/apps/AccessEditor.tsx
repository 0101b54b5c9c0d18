import { Alert, Button, Select } from "antd";
import type { AppSummary } from "@/api/apps";
import type { AppGrants } from "@/api/grants";
import { useTranslation } from "@/i18n/words";
import { ACTIONS, type Role } from "@/model/party";
import { useByName } from "@/ui/by_name";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { useAccessEdit } from "./access_edit";
import styles from "./apps.module.css";
import { byRole } from "./grants_draft";
import { RoleGrants } from "./RoleGrants";

interface AccessEditorProps {
  app: AppSummary;
  roles: readonly Role[];
  first: AppGrants;
}

export function AccessEditor({ app, roles, first }: AccessEditorProps) {
  const { t } = useTranslation("apps");
  const byName = useByName();
  const { t: word } = useTranslation();
  const edit = useAccessEdit(app, first);
  const groups = byRole(edit.lines);
  const free = roles.filter(({ id }) => !groups.has(id));
  const actions = (
    <>
      {edit.isChanged && <Button onClick={edit.reset}>{word("undo")}</Button>}
      <Button
        type="primary"
        disabled={!edit.isChanged || edit.blanks.size > 0}
        loading={edit.isSaving}
        onClick={edit.save}
      >
        {word("save")}
      </Button>
    </>
  );
  const header = (
    <PageHeader
      title={t("access.title")}
      subtitle={t("access.subtitle", { name: app.name })}
      phoneBack={{ to: "/apps/$app", params: { app: app.id } }}
      actions={actions}
    />
  );
  return (
    <Page header={header}>
      <Alert className={styles.note} type="info" showIcon title={t("access.hint")} />
      <details className={styles.meaning}>
        <summary>{t("access.meaning")}</summary>
        <dl>
          {ACTIONS.map((action) => (
            <div key={action}>
              <dt>{t(`access.action.${action}`)}</dt>
              <dd>{t(`access.actionText.${action}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
      {groups.size === 0 && <EmptyState art="locked" title={t("access.empty")} text={t("access.emptyText")} />}
      {[...groups].map(([role, lines]) => (
        <RoleGrants
          key={role}
          app={app}
          role={roles.find(({ id }) => id === role)}
          lines={lines}
          placeOf={(key) => `grants.${edit.lines.findIndex((line) => line.key === key)}`}
          edit={edit}
          onAdd={() => edit.add(role)}
        />
      ))}
      {free.length > 0 && (
        <Select
          className={styles.addRole}
          aria-label={t("access.addRole")}
          placeholder={t("access.addRole")}
          showSearch={byName}
          options={free.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          onChange={(role: string | null) => role && edit.add(role)}
        />
      )}
    </Page>
  );
}
