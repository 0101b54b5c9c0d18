import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import type { Field, FieldAccess, FormDefinition } from "@/model/form";
import { ACCESS, accessAt, isSeen, mayHave, usualAccess } from "@/model/step_access";
import styles from "./AccessTable.module.css";
import { AllAccess } from "./AllAccess";
import { FieldTable } from "./FieldTable";

interface AccessTableProps {
  form: FormDefinition;
  flow: FlowDefinition;
  address: { app: string; form: string };
  onChange: (nodes: readonly string[], fields: readonly Field[], access: FieldAccess) => void;
}

/** Fields down, steps across, each to be set as a whole; what differs from a step's usual access stands out. */
export function AccessTable({ form, flow, address, onChange }: AccessTableProps) {
  const { t } = useTranslation("forms");
  const steps = flow.nodes.flatMap(({ id, name, step }) => (isSeen(step) ? [{ id, name: name || id, step }] : []));
  const nodes = steps.map(({ id }) => id);
  const accessesOf = (field: Field) => ACCESS.filter((access) => mayHave(field, access));
  const heads = steps.map(({ id, name }) => ({
    id,
    head: (
      <>
        <Link to="/apps/$app/forms/$form/flow" params={address} hash={`nodes.${id}`}>
          {name}
        </Link>
        <AllAccess
          label={t("access.column", { step: name })}
          accesses={ACCESS}
          onChoose={(access) => onChange([id], form.fields, access)}
        />
      </>
    ),
  }));
  const cells = (field: Field, label: string) =>
    steps.map(({ id: node, name, step }) => {
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
            {accessesOf(field).map((access) => (
              <option key={access} value={access}>
                {t(`access.${access}`)}
              </option>
            ))}
          </select>
        </td>
      );
    });
  const beside = (field: Field, label: string) => (
    <AllAccess
      label={t("access.row", { field: label })}
      accesses={accessesOf(field)}
      onChoose={(access) => onChange(nodes, [field], access)}
    />
  );
  return <FieldTable label={t("access.title")} form={form} heads={heads} cells={cells} beside={beside} />;
}
