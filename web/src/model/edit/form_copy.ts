// Fields on the clipboard: copied with their widths, put down with ids of their own, also in another form.

import type { Field, FormDefinition, Placement } from "../form";
import { renamed } from "../formula/rename";
import { freshName } from "../fresh_name";
import { freshSlug } from "../id";
import type { FormChange } from "./form";
import { labelsIn, type Place, type Plan, placing, sectionKey } from "./form_plan";

export interface CopiedField {
  field: Field;
  /** Twelfths of the sheet. */
  span: number;
}

/** Marks our text among whatever else is on the clipboard. */
const FORMAT = "tessera/fields";

/** In reading order. `keys` name fields, and groups for all of theirs. */
export function takeFields(form: FormDefinition, keys: readonly string[]): CopiedField[] {
  return form.sections.flatMap(({ id: section, items }) => {
    const isWhole = keys.includes(sectionKey(section));
    return items.flatMap(({ field: id, span }) => {
      const field = isWhole || keys.includes(id) ? form.fields.find((one) => one.id === id) : undefined;
      return field ? [{ field, span }] : [];
    });
  });
}

export const writeFields = (fields: readonly CopiedField[]): string => JSON.stringify({ kind: FORMAT, fields });

/** Text of another kind is no fields. */
export function readFields(text: string): CopiedField[] {
  if (!text.includes(FORMAT)) return [];
  try {
    const clip = JSON.parse(text) as { kind?: string; fields?: CopiedField[] };
    return clip.kind === FORMAT && Array.isArray(clip.fields) ? clip.fields : [];
  } catch {
    return [];
  }
}

/** Copies read each other where their originals did; what is not copied along keeps its name and is flagged where it is unknown. */
export function copyFields(form: FormDefinition, copied: readonly CopiedField[], place: Place | null): Plan {
  const taken = new Set(form.fields.map(({ id }) => id));
  const ids = new Map<string, string>();
  for (const { field } of copied) {
    const id = freshSlug(field.id.replace(/_\d+$/, ""), taken);
    taken.add(id);
    ids.set(field.id, id);
  }
  const fields = [...form.fields];
  const changes: FormChange[] = [];
  const items: Placement[] = [];
  for (const { field, span } of copied) {
    const id = ids.get(field.id) ?? field.id;
    const label = freshName(field.label, labelsIn(fields));
    const copy = { ...reading(field, ids), id, label };
    changes.push({ kind: "put_field", field: copy, at: fields.length });
    fields.push(copy);
    items.push({ field: id, span });
  }
  return { changes: [...changes, placing(form, place, items)], selection: items.map(({ field }) => field) };
}

const RULES = ["visible_if", "required_if", "default"] as const;

function reading(field: Field, ids: ReadonlyMap<string, string>): Field {
  const rules = RULES.flatMap((rule) => {
    const text = field[rule];
    return text === undefined ? [] : [[rule, renamed(text, ids)]];
  });
  const { control } = field;
  const bounds = (text: string | null) => (text === null ? null : renamed(text, ids));
  const formula =
    control.kind === "formula"
      ? { ...control, formula: renamed(control.formula, ids) }
      : control.kind === "date" || control.kind === "datetime"
        ? { ...control, min: bounds(control.min), max: bounds(control.max) }
        : control;
  return { ...field, ...Object.fromEntries(rules), control: formula };
}
