import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import type { Field, FieldAccess, FormDefinition } from "@/model/form";
import { ACCESS, accessAt, isSeen, mayHave, usualAccess } from "@/model/step_access";
import styles from "./AccessTable.module.css";
import { AllAccess } from "./AllAccess";

interface AccessTableProps {
  form: FormDefinition;
  flow: FlowDefinition;
  address: { app: string; form: string };
  onChange: (nodes: readonly string[], fields: readonly Field[], access: FieldAccess) => void;
}

/** Fields down, steps across, each to be set as a whole; what differs from a step's usual access stands out. */
export function AccessTable({ form, flow, address, onChange }: AccessTableProps) {
  const { t } = useTranslation("forms");
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  const steps = flow.nodes.flatMap(({ id, name, step }) => (isSeen(step) ? [{ id, name: name || id, step }] : []));
  const nodes = steps.map(({ id }) => id);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys
    <section className={styles.frame} aria-label={t("access.title")} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("access.field")}</th>
            {steps.map(({ id, name }) => (
              <th key={id} scope="col">
                <Link to="/apps/$app/forms/$form/flow" params={address} hash={`nodes.${id}`}>
                  {name}
                </Link>
                <AllAccess
                  label={t("access.column", { step: name })}
                  accesses={ACCESS}
                  onChoose={(access) => onChange([id], form.fields, access)}
                />
              </th>
            ))}
          </tr>
        </thead>
        {form.sections.map(({ id: section, title, items }) => (
          <tbody key={section}>
            <tr>
              <th scope="rowgroup" className={styles.section} colSpan={steps.length + 1}>
                {title || t("section.untitled")}
              </th>
            </tr>
            {items.map(({ field: id }) => {
              const field = fields.get(id);
              if (!field) return null;
              const label = field.label || id;
              const accesses = ACCESS.filter((access) => mayHave(field, access));
              return (
                <tr key={id}>
                  <th scope="row">
                    <span className={styles.name}>
                      {label}
                      <AllAccess
                        label={t("access.row", { field: label })}
                        accesses={accesses}
                        onChoose={(access) => onChange(nodes, [field], access)}
                      />
                    </span>
                  </th>
                  {steps.map(({ id: node, name, step }) => {
                    const now = accessAt(step, field);
                    return (
                      <td key={node}>
                        <select
                          className={styles.access}
                          data-access={now}
                          data-changed={now !== usualAccess(step, field)}
                          aria-label={t("access.cell", { field: label, step: name })}
                          value={now}
                          onChange={({ target }) => onChange([node], [field], target.value as FieldAccess)}
                        >
                          {accesses.map((access) => (
                            <option key={access} value={access}>
                              {t(`access.${access}`)}
                            </option>
                          ))}
                        </select>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </section>
  );
}
