// What a person does with a form, as changes that can be taken back. Pure: labels of new things are arguments.

import type { Control, Field, FormDefinition, Placement, Section } from "../form";
import { freshName } from "../fresh_name";
import { freshSlug } from "../id";
import type { FormChange } from "./form";

/** A gap in a section: `at` counts its items as they are, 0 is before the first. */
export interface Place {
  section: string;
  at: number;
}

export interface Plan {
  changes: FormChange[];
  /** What is selected afterwards. */
  selection: string[];
}

/** Sections are selected under a name of their own, because a field may have the same id. */
export const sectionKey = (id: string): string => `section:${id}`;
export const sectionOf = (key: string): string | null => (key.startsWith("section:") ? key.slice(8) : null);

export function placeOf(form: FormDefinition, field: string): Place | null {
  for (const { id, items } of form.sections) {
    const at = items.findIndex((item) => item.field === field);
    if (at >= 0) return { section: id, at };
  }
  return null;
}

/** After the last of the selected, else at the end of the form. */
export function placeAfter(form: FormDefinition, selection: readonly string[]): Place | null {
  for (const key of [...selection].reverse()) {
    const section = form.sections.find(({ id }) => id === sectionOf(key));
    if (section) return { section: section.id, at: section.items.length };
    const place = placeOf(form, key);
    if (place) return { ...place, at: place.at + 1 };
  }
  const last = form.sections.at(-1);
  return last ? { section: last.id, at: last.items.length } : null;
}

function putSection(form: FormDefinition, section: Section): FormChange {
  const at = form.sections.findIndex(({ id }) => id === section.id);
  return { kind: "put_section", section, at: at < 0 ? form.sections.length : at };
}

function inserted(items: readonly Placement[], at: number, added: readonly Placement[]): Placement[] {
  return [...items.slice(0, at), ...added, ...items.slice(at)];
}

/** `place` null: the form has no section yet, so one is made. */
export function placing(form: FormDefinition, place: Place | null, added: readonly Placement[]): FormChange {
  const section = form.sections.find(({ id }) => id === place?.section);
  if (section && place) return putSection(form, { ...section, items: inserted(section.items, place.at, added) });
  const id = freshSlug("section", new Set(form.sections.map((one) => one.id)));
  return putSection(form, { id, title: "", items: [...added] });
}

export interface NewField {
  label: string;
  control: Control;
  span: number;
}

export function addField(form: FormDefinition, { label, control, span }: NewField, place: Place | null): Plan {
  const id = freshSlug(control.kind, new Set(form.fields.map((field) => field.id)));
  const field: Field = { id, label: freshName(label, labelsIn(form.fields)), control };
  const changes: FormChange[] = [
    { kind: "put_field", field, at: form.fields.length },
    placing(form, place, [{ field: id, span }]),
  ];
  return { changes, selection: [id] };
}

export const labelsIn = (fields: readonly Field[]): Set<string> => new Set(fields.map(({ label }) => label));

/** Moves fields together into a gap, in the order they stand in the form. */
export function moveFields(form: FormDefinition, ids: readonly string[], to: Place): Plan {
  const moved = form.sections.flatMap(({ items }) => items.filter(({ field }) => ids.includes(field)));
  const changes: FormChange[] = [];
  for (const section of form.sections) {
    const kept = section.items.filter(({ field }) => !ids.includes(field));
    const before = section.items.slice(0, to.at).filter(({ field }) => ids.includes(field)).length;
    const items = section.id === to.section ? inserted(kept, to.at - before, moved) : kept;
    const isSame = items.length === section.items.length && items.every((item, at) => item === section.items[at]);
    if (!isSame) changes.push(putSection(form, { ...section, items }));
  }
  return { changes, selection: [...ids] };
}

/** Fields together one step up or down, over the border into the next section; `null` where there is no further. */
export function nudge(form: FormDefinition, ids: readonly string[], step: -1 | 1): Plan | null {
  const places = ids.flatMap((id) => placeOf(form, id) ?? []);
  const order = (place: Place) => form.sections.findIndex(({ id }) => id === place.section) * 1_000 + place.at;
  const [edge] = places.sort((a, b) => (order(b) - order(a)) * step);
  if (!edge) return null;
  const index = form.sections.findIndex(({ id }) => id === edge.section);
  const size = form.sections[index]?.items.length ?? 0;
  const at = step < 0 ? edge.at - 1 : edge.at + 2;
  if (at >= 0 && at <= size) return moveFields(form, ids, { section: edge.section, at });
  const next = form.sections[index + step];
  return next ? moveFields(form, ids, { section: next.id, at: step < 0 ? next.items.length : 0 }) : null;
}

export function removeFields(form: FormDefinition, ids: readonly string[]): Plan {
  const changes: FormChange[] = form.sections
    .filter(({ items }) => items.some(({ field }) => ids.includes(field)))
    .map((section) =>
      putSection(form, { ...section, items: section.items.filter(({ field }) => !ids.includes(field)) }),
    );
  return { changes: [...changes, ...ids.map((id): FormChange => ({ kind: "drop_field", id }))], selection: [] };
}

export function putField(form: FormDefinition, field: Field): FormChange {
  return { kind: "put_field", field, at: form.fields.findIndex(({ id }) => id === field.id) };
}

export function setSpan(form: FormDefinition, ids: readonly string[], span: number): FormChange[] {
  return form.sections
    .filter(({ items }) => items.some((item) => ids.includes(item.field) && item.span !== span))
    .map((section) => {
      const items = section.items.map((item) => (ids.includes(item.field) ? { ...item, span } : item));
      return putSection(form, { ...section, items });
    });
}

export function addSection(form: FormDefinition, title: string, at: number): Plan {
  const id = freshSlug("section", new Set(form.sections.map((section) => section.id)));
  return {
    changes: [{ kind: "put_section", section: { id, title, items: [] }, at }],
    selection: [sectionKey(id)],
  };
}

export function moveSection(form: FormDefinition, id: string, to: number): FormChange[] {
  const from = form.sections.findIndex((section) => section.id === id);
  const section = form.sections[from];
  const at = to > from ? to - 1 : to;
  return section && at !== from ? [{ kind: "put_section", section, at }] : [];
}

/** Its fields stay: they go to the end of the section before it, else to the start of the one after. */
export function removeSection(form: FormDefinition, id: string): Plan | null {
  const at = form.sections.findIndex((section) => section.id === id);
  const gone = form.sections[at];
  const heir = form.sections[at - 1] ?? form.sections[at + 1];
  if (!gone || (!heir && gone.items.length > 0)) return null;
  const changes: FormChange[] = [];
  if (heir && gone.items.length > 0) {
    const items = at > 0 ? [...heir.items, ...gone.items] : [...gone.items, ...heir.items];
    changes.push(putSection(form, { ...heir, items }));
  }
  return { changes: [...changes, { kind: "drop_section", id }], selection: [] };
}
