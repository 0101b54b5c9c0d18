import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import type { Role, Scope } from "@/model/party";
import { type RoleReach, reachOf, roleAccess } from "@/model/role_access";
import styles from "./AccessTable.module.css";

interface RoleTableProps {
  form: FormDefinition;
  flow: FlowDefinition;
  roles: readonly Role[];
  address: { app: string; form: string };
}

/** Fields down, roles across: what people may do beside their tasks. Roles are granted whole records, so a column is rarely mixed. */
export function RoleTable({ form, flow, roles, address }: RoleTableProps) {
  const { t } = useTranslation("forms");
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  const reaches = roles.flatMap((role) => reachOf(role, address.app, address.form) ?? []);
  const others = roles.filter(({ id }) => !reaches.some(({ role }) => role.id === id)).map(({ name }) => name);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys */}
      <section className={styles.frame} aria-label={t("access.byRole")} tabIndex={0}>
        <table className={styles.table} data-given>
          <thead>
            <tr>
              <th scope="col">{t("access.field")}</th>
              {reaches.map((reach) => (
                <th key={reach.role.id} scope="col">
                  {reach.role.name}
                  <Reach {...reach} />
                </th>
              ))}
            </tr>
          </thead>
          {form.sections.map(({ id: section, title, items }) => (
            <tbody key={section}>
              <tr>
                <th scope="rowgroup" className={styles.section} colSpan={reaches.length + 1}>
                  {title || t("section.untitled")}
                </th>
              </tr>
              {items.map(({ field: id }) => {
                const field = fields.get(id);
                return (
                  field && (
                    <tr key={id}>
                      <th scope="row">{field.label || id}</th>
                      {reaches.map((reach) => {
                        const access = roleAccess(reach, field, flow);
                        return (
                          <td key={reach.role.id} className={styles.given} data-access={access}>
                            {t(`access.role.${access}`)}
                          </td>
                        );
                      })}
                    </tr>
                  )
                );
              })}
            </tbody>
          ))}
        </table>
      </section>
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
