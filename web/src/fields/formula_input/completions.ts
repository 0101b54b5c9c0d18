// Names to choose from while a formula is typed: fields by label, functions by name, options inside quotes.

import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { i18n } from "@/i18n/i18n";
import { formulaTypeOf } from "@/model/fill/scope";
import type { FormDefinition } from "@/model/form";
import { signature } from "@/model/formula/function/row";
import { FUNCTIONS } from "@/model/formula/function/table";
import { named } from "@/ui/by_name";
import { typeText } from "./formula_problem";

function fieldCompletions(form: FormDefinition): Completion[] {
  const section = { name: i18n.t("formula:fields"), rank: 0 };
  return form.fields.map(({ id, label, control }) => ({
    label: label || id,
    detail: typeText(formulaTypeOf(control).kind),
    apply: id,
    type: "variable",
    section,
    boost: 2,
  }));
}

function functionCompletions(): Completion[] {
  return FUNCTIONS.flatMap(([family, rows], rank) =>
    rows.map((row) => ({
      label: row.name,
      detail: signature(row).slice(row.name.length),
      type: "function",
      section: { name: i18n.t(`formula:family.${family}`), rank: rank + 1 },
      apply: (view, _completion, from, to) => {
        const text = `${row.name}()`;
        view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length - 1 } });
      },
    })),
  );
}

/** `urgency = "…`: the options of every choice field, the field's own first. */
function optionCompletions(form: FormDefinition, before: string): Completion[] {
  const named = [...before.matchAll(/[a-z][a-z0-9_]*/g)].map(([word]) => word);
  return form.fields.flatMap(({ id, label, control }) => {
    if (!("options" in control)) return [];
    const section = { name: label, rank: named.includes(id) ? 0 : 1 };
    return control.options.map((option) => ({ label: option.label, apply: option.id, type: "enum", section }));
  });
}

/** Fields whose labels are read as what was typed. The editor compares labels alone, so each takes the typed one. */
function said(fields: readonly Completion[], typed: string): Completion[] {
  const letters = typed.replace("@", "");
  const isOnlySaid = ({ label }: Completion) => !label.toLowerCase().includes(letters.toLowerCase());
  const found = fields.filter((field) => isOnlySaid(field) && named(field.label, letters));
  return found.map((field) => ({ ...field, label: typed, displayLabel: field.label }));
}

/** `place` tells the form as it is now. */
export function completions(place: () => FormDefinition) {
  return (context: CompletionContext): CompletionResult | null => {
    const form = place();
    const before = context.state.sliceDoc(0, context.pos);
    const quoted = /"([^"]*)$/.exec(before);
    if (quoted && (before.match(/"/g)?.length ?? 0) % 2 === 1) {
      const options = optionCompletions(form, before.slice(0, quoted.index));
      return { from: context.pos - (quoted[1] ?? "").length, options };
    }
    const word = context.matchBefore(/@?[\p{L}\p{N}_]*/u);
    if (!word || (word.from === word.to && !context.explicit)) return null;
    const fields = fieldCompletions(form);
    const isField = word.text.startsWith("@");
    const options = isField
      ? fields.map((one) => ({ ...one, label: `@${one.label}` }))
      : [...fields, ...functionCompletions()];
    return { from: word.from, options: [...options, ...said(fields, word.text)] };
  };
}
