import { Link } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import type { Field, FieldAccess, FormDefinition } from "@/model/form";
import { ACCESS, accessAt, isSeen, mayHave, usualAccess } from "@/model/step_access";
import { AccessSelect } from "./AccessSelect";
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
  const word = (access: FieldAccess) => t(`access.${access}`);
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
          word={word}
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
          <AccessSelect
            label={t("access.cell", { field: label, step: name })}
            access={now}
            accesses={accessesOf(field)}
            word={word}
            isChanged={now !== usualAccess(step, field)}
            onChoose={(access) => onChange([node], [field], access)}
          />
        </td>
      );
    });
  const beside = (field: Field, label: string) => (
    <AllAccess
      label={t("access.row", { field: label })}
      accesses={accessesOf(field)}
      word={word}
      onChoose={(access) => onChange(nodes, [field], access)}
    />
  );
  return <FieldTable label={t("access.title")} form={form} heads={heads} cells={cells} beside={beside} />;
}
