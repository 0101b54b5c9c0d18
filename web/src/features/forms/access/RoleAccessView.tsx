import { useQuery } from "@tanstack/react-query";
import { rolesQuery } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import { SaveStatus } from "@/ui/designer/SaveStatus";
import { EmptyState } from "@/ui/EmptyState";
import { LinkButton } from "@/ui/LinkButton";
import { usePower } from "@/ui/powers";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import { useDefinition, useDesigning } from "../edits/session";
import styles from "../forms.module.css";
import { RoleTable } from "./RoleTable";
import { useRoleEdit } from "./role_edit";

/** What roles allow with single fields, changed by those who may change roles. Only they know who has which. */
export function RoleAccessView({ flow }: { flow: FlowDefinition }) {
  const { t } = useTranslation("forms");
  const { app, form } = useDesigning();
  const definition = useDefinition();
  const isAdministrator = usePower("administer");
  const roles = useQuery({ ...rolesQuery, enabled: isAdministrator });
  const { shown, saving, change } = useRoleEdit(app);
  if (!isAdministrator) {
    return <EmptyState art="locked" title={t("access.role.closed")} text={t("access.role.closedText")} />;
  }
  return (
    <QueryView query={roles} skeleton={<ListSkeleton />}>
      {(all) => (
        <>
          <RoleTable form={definition} flow={flow} roles={shown(all)} address={{ app, form }} onChange={change} />
          <div className={styles.accessFoot}>
            <p>{t("access.role.note")}</p>
            <div className={styles.accessSaved}>
              <SaveStatus saving={saving} isKept={false} />
              <LinkButton to="/apps/$app/access" params={{ app }}>
                {t("access.role.grants")}
              </LinkButton>
            </div>
          </div>
        </>
      )}
    </QueryView>
  );
}
