// The words of a formula as they are drawn: texts, numbers, functions that are called, and names that may be fields.

import type { FormDefinition } from "@/model/form";

export type WordKind = "text" | "number" | "call" | "name";

export interface Word {
  kind: WordKind;
  from: number;
  to: number;
  text: string;
}

const WORD =
  /(?<text>["“”](?:[^"“”\\]|\\.)*["”]?)|(?<number>\d+(?:\.\d+)?)|(?<call>[A-Za-z_]\w*(?=\s*\())|(?<name>[A-Za-z_]\w*)/g;

/** In the order of the text; what lies between two words is drawn as it stands. */
export function wordsOf(formula: string): Word[] {
  return [...formula.matchAll(WORD)].map(({ index, 0: text, groups = {} }) => {
    const kind = (["text", "number", "call"] as const).find((one) => groups[one] !== undefined) ?? "name";
    return { kind, from: index, to: index + text.length, text };
  });
}

/** What a field's id is drawn as. */
export function fieldLabels(form: FormDefinition): ReadonlyMap<string, string> {
  return new Map(form.fields.map(({ id, label }) => [id, label || id]));
}

/** A formula as it is read aloud: every known field by its label. */
export function withLabels(formula: string, form: FormDefinition): string {
  const labels = fieldLabels(form);
  return wordsOf(formula).reduceRight((done, { kind, from, to, text }) => {
    const label = kind === "name" ? labels.get(text) : undefined;
    return label === undefined ? done : done.slice(0, from) + label + done.slice(to);
  }, formula);
}
