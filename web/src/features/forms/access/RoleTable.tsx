import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import type { Field, FormDefinition } from "@/model/form";
import type { Role, Scope } from "@/model/party";
import { type RoleReach, reachOf, roleAccess } from "@/model/role_access";
import styles from "./AccessTable.module.css";
import { FieldTable } from "./FieldTable";

interface RoleTableProps {
  form: FormDefinition;
  flow: FlowDefinition;
  roles: readonly Role[];
  address: { app: string; form: string };
}

/** Fields down, roles across: what people may do beside their tasks. Roles are granted whole records, so a column is rarely mixed. */
export function RoleTable({ form, flow, roles, address }: RoleTableProps) {
  const { t } = useTranslation("forms");
  const reaches = roles.flatMap((role) => reachOf(role, address.app, address.form) ?? []);
  const others = roles.filter(({ id }) => !reaches.some(({ role }) => role.id === id)).map(({ name }) => name);
  const heads = reaches.map((reach) => ({
    id: reach.role.id,
    head: (
      <>
        {reach.role.name}
        <Reach {...reach} />
      </>
    ),
  }));
  const cells = (field: Field) =>
    reaches.map((reach) => {
      const access = roleAccess(reach, field, flow);
      return (
        <td key={reach.role.id} className={styles.given} data-access={access}>
          {t(`access.role.${access}`)}
        </td>
      );
    });
  return (
    <>
      <FieldTable label={t("access.byRole")} form={form} heads={heads} cells={cells} isGiven />
      {others.length > 0 && <p className={styles.others}>{t("access.role.none", { roles: listed(others) })}</p>}
    </>
  );
}

/** Of which records. */
function Reach({ view, edit, mayCreate }: RoleReach) {
  const { t } = useTranslation("forms");
  const which = (scopes: readonly Scope[]) => listed(scopes.map(({ kind }) => t(`access.scope.${kind}`)));
  const lines = [
    mayCreate && t("access.role.create"),
    view.length > 0 && t("access.role.view", { which: which(view) }),
    edit.length > 0 && t("access.role.change", { which: which(edit) }),
  ];
  return (
    <span className={styles.reach}>
      {lines.filter(Boolean).map((line) => (
        <span key={String(line)}>{line}</span>
      ))}
    </span>
  );
}
