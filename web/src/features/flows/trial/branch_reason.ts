// Why a branch was taken, said with the values it was taken for.

import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import { type Row, readCondition } from "@/model/condition";
import type { Edge, FlowDefinition } from "@/model/flow";
import { exitsOf } from "@/model/flow_ports";
import type { Field, FormDefinition } from "@/model/form";
import type { Values } from "@/model/value";
import { useValueWords, valueText } from "@/ui/value_text";

/** Comparisons in which the value itself is not said already. */
const SHOWING = ["more", "at_least", "less", "at_most", "is_not", "one_of", "contains"];

/** Of a line out of a condition step; empty for any other line. */
export function useBranchReason(flow: FlowDefinition, form: FormDefinition, values: Values): (edge: Edge) => string {
  const { t } = useTranslation(["flows", "condition"]);
  const words = useValueWords();
  const textOf = (value: Values[string] | undefined, { control }: Field) => valueText(value, control, words);
  const own = (field: Field) => `${field.label} ${textOf(values[field.id], field) || t("trial.blank")}`;
  const fieldOf = ({ field }: Row) => form.fields.find(({ id }) => id === field);
  const rowWords = (row: Row) => {
    const field = fieldOf(row);
    if (!field) return row.field;
    const value = listed(row.values.map((one) => textOf(one, field)));
    return t(`condition:words.${row.comparison}`, {
      field: SHOWING.includes(row.comparison) ? own(field) : field.label,
      value,
    });
  };
  return (edge) => {
    const gateway = flow.nodes.find(({ id }) => id === edge.from);
    if (gateway?.step.kind !== "exclusive") return "";
    const { name } = gateway;
    if (edge.condition === undefined) {
      const asked = exitsOf(flow, gateway.id).flatMap(
        ({ condition }) => readCondition(condition ?? "", form)?.rows.map(fieldOf) ?? [],
      );
      const fields = [...new Set(asked)].flatMap((field) => (field ? [own(field)] : []));
      return t(fields.length ? "trial.otherwise" : "trial.otherwiseBare", {
        name,
        values: listed(fields),
      });
    }
    const read = readCondition(edge.condition, form);
    const said = read ? read.rows.map(rowWords).join(t(`condition:between.${read.joint}`)) : edge.condition;
    return t("trial.because", { name, words: said });
  };
}
