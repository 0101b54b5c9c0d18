import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import type { Field, FormDefinition } from "@/model/form";
import type { Role } from "@/model/party";
import { LIMITS, type Limit, limitsOf, reachOf, roleAccess, withLimit, withLimitsOf } from "@/model/role_access";
import { toast } from "@/ui/toast";
import { AccessSelect } from "./AccessSelect";
import styles from "./AccessTable.module.css";
import { AllAccess } from "./AllAccess";
import { FieldTable } from "./FieldTable";
import { RoleHead } from "./RoleHead";

interface RoleTableProps {
  form: FormDefinition;
  flow: FlowDefinition;
  roles: readonly Role[];
  address: { app: string; form: string };
  onChange: (role: string, make: (role: Role) => Role) => void;
}

/** Fields down, roles across: what people may do beside their tasks, to be limited where a role has a grant on this very form. */
export function RoleTable({ form, flow, roles, address, onChange }: RoleTableProps) {
  const { t } = useTranslation("forms");
  const reaches = roles.flatMap((role) => reachOf(role, address.app, address.form) ?? []);
  const others = roles.filter(({ id }) => !reaches.some(({ role }) => role.id === id)).map(({ name }) => name);
  const word = (limit: Limit) => t(`access.role.${limit}`);
  const canSay = (fields: readonly Field[], of = reaches): Limit[] =>
    LIMITS.filter((limit) => fields.some((field) => of.some((reach) => limitsOf(reach, field).includes(limit))));
  /** Many at once, to be taken back at once. */
  const setAll = (text: string, of: typeof reaches, fields: readonly Field[], limit: Limit) => {
    for (const reach of of) onChange(reach.role.id, withLimit(reach, address.form, fields, limit));
    toast.undo(text, () => {
      for (const { role } of of) onChange(role.id, withLimitsOf(address.form, role));
    });
  };
  const heads = reaches.map((reach) => {
    const { id, name } = reach.role;
    const accesses = canSay(form.fields, [reach]);
    return {
      id,
      head: (
        <RoleHead reach={reach} app={address.app}>
          {accesses.length > 0 && (
            <AllAccess
              label={t("access.role.column", { role: name })}
              accesses={accesses}
              word={word}
              onChoose={(limit) => setAll(t("access.role.columnSet", { role: name }), [reach], form.fields, limit)}
            />
          )}
        </RoleHead>
      ),
    };
  });
  const cells = (field: Field, label: string) =>
    reaches.map((reach) => {
      const access = roleAccess(reach, field, flow);
      const limits = limitsOf(reach, field);
      const limit = limits.find((one) => one === access);
      if (!limit) {
        return (
          <td key={reach.role.id} className={styles.given} data-access={access}>
            {t(`access.role.${access}`)}
          </td>
        );
      }
      return (
        <td key={reach.role.id}>
          <AccessSelect
            label={t("access.role.cell", { field: label, role: reach.role.name })}
            access={limit}
            accesses={limits}
            word={word}
            isChanged={limit !== limits.at(-1)}
            onChoose={(next) => onChange(reach.role.id, withLimit(reach, address.form, [field], next))}
          />
        </td>
      );
    });
  const beside = (field: Field, label: string) => {
    const of = reaches.filter((reach) => limitsOf(reach, field).length > 0);
    if (of.length < 2) return null;
    return (
      <AllAccess
        label={t("access.role.row", { field: label })}
        accesses={canSay([field])}
        word={word}
        onChoose={(limit) => setAll(t("access.role.rowSet", { field: label }), of, [field], limit)}
      />
    );
  };
  return (
    <>
      <FieldTable label={t("access.byRole")} form={form} heads={heads} cells={cells} beside={beside} isTall />
      {others.length > 0 && <p className={styles.others}>{t("access.role.none", { roles: listed(others) })}</p>}
    </>
  );
}
