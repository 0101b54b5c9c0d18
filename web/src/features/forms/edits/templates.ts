// What an empty form may begin with, besides nothing.

import { TYPES } from "@/fields/table";
import { applyForm } from "@/model/edit/form";
import { addField, type Plan, placeAfter } from "@/model/edit/form_plan";
import type { Field, FieldKind, FormDefinition } from "@/model/form";

export const TEMPLATES = ["repair", "leave", "purchase"] as const;

export type Template = (typeof TEMPLATES)[number];

interface Question {
  kind: FieldKind;
  /** Its label is `forms:template.field.<word>`, its options `forms:template.options.<word>`, one a line. */
  word:
    | "machine"
    | "fault"
    | "urgency"
    | "photo"
    | "leaveKind"
    | "from"
    | "until"
    | "reason"
    | "goods"
    | "quantity"
    | "price"
    | "sum";
  isRequired?: true;
}

const QUESTIONS: Record<Template, readonly Question[]> = {
  repair: [
    { kind: "text", word: "machine", isRequired: true },
    { kind: "radio", word: "urgency", isRequired: true },
    { kind: "textarea", word: "fault", isRequired: true },
    { kind: "image", word: "photo" },
  ],
  leave: [
    { kind: "radio", word: "leaveKind", isRequired: true },
    { kind: "datetime", word: "from", isRequired: true },
    { kind: "datetime", word: "until", isRequired: true },
    { kind: "textarea", word: "reason" },
  ],
  purchase: [
    { kind: "text", word: "goods", isRequired: true },
    { kind: "number", word: "quantity", isRequired: true },
    { kind: "money", word: "price", isRequired: true },
    { kind: "formula", word: "sum" },
    { kind: "textarea", word: "reason" },
  ],
};

interface Words {
  label: (word: Question["word"]) => string;
  /** Of a choice. */
  options: (word: Question["word"]) => readonly string[];
}

/** Its questions at the end of the form, as one step. */
export function templatePlan(form: FormDefinition, template: Template, { label, options }: Words): Plan {
  const plan: Plan = { changes: [], selection: [] };
  let doc = form;
  for (const { kind, word, isRequired } of QUESTIONS[template]) {
    const control = TYPES[kind].settings();
    if ("options" in control) {
      control.options = options(word).map((text, at) => ({ id: `option_${at + 1}`, label: text }));
    }
    // Quantity and price are the first of their kinds in an empty form.
    if (control.kind === "formula") control.formula = "number * money";
    const added = addField(doc, { label: label(word), control, span: TYPES[kind].span }, placeAfter(doc, []));
    const changes = added.changes.map((change) =>
      change.kind === "put_field" && isRequired
        ? { ...change, field: { ...change.field, required: true } satisfies Field }
        : change,
    );
    plan.changes.push(...changes);
    doc = changes.reduce((before, change) => applyForm(before, change).doc, doc);
  }
  return plan;
}
