// People write the names they see: a field's label in a formula is taken for the field. Text in quotes stays text, and a word that
// is still being typed stays a word.

import type { FormDefinition } from "@/model/form";

export interface Replacement {
  from: number;
  to: number;
  insert: string;
}

const QUOTED = /^(?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|“(?:[^”\\]|\\.)*”?)/;
const WORD_PART = /[\p{L}\p{N}_]/u;

/** Longest first, so that `unit price` is not read as `unit`. What is a field's id already means that field. */
function labelsOf(form: FormDefinition): [label: string, id: string][] {
  const ids = new Set(form.fields.map(({ id }) => id));
  return form.fields
    .map(({ id, label }): [string, string] => [label.trim(), id])
    .filter(([label]) => label !== "" && !ids.has(label))
    .sort(([one], [other]) => other.length - one.length);
}

const isPart = (char: string | undefined): boolean => char !== undefined && WORD_PART.test(char);

/** Labels in `text` that stand as whole words, with the ids they mean. `cursor`: where somebody types; -1 for nowhere. */
export function byLabel(text: string, form: FormDefinition, cursor = -1): Replacement[] {
  const labels = labelsOf(form);
  const found: Replacement[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const quoted = QUOTED.exec(text.slice(at))?.[0];
    if (quoted) {
      at += quoted.length - 1;
      continue;
    }
    const isInside = isPart(text[at]) && isPart(text[at - 1]);
    const hit = isInside ? undefined : labels.find(([label]) => isWholeAt(text, at, label));
    if (!hit) continue;
    const [label, id] = hit;
    const to = at + label.length;
    if (to !== cursor) found.push({ from: at, to, insert: id });
    at = to - 1;
  }
  return found;
}

/** A function of the same name is called, not a field. */
function isWholeAt(text: string, at: number, label: string): boolean {
  if (!text.startsWith(label, at)) return false;
  const rest = text.slice(at + label.length);
  return !(isPart(label.at(-1)) && isPart(rest[0])) && !/^\s*\(/.test(rest);
}
