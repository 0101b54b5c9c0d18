// The changes a form's definition is made of. Each gives back its inverse; what a person does (add, move, delete) is
// planned as a list of them in ./form_plan.

import type { Field, FormDefinition, Section } from "../form";

export type FormChange =
  /** Sets the field of that id, or adds it; `at` is its position in the list afterwards. */
  | { kind: "put_field"; field: Field; at: number }
  | { kind: "drop_field"; id: string }
  /** A section carries the places of its fields: moving a field sets two sections. */
  | { kind: "put_section"; section: Section; at: number }
  | { kind: "drop_section"; id: string }
  /** The formula that names an order; `null`: the server's own choice. */
  | { kind: "title"; title: string | null };

interface Listed {
  id: string;
}

function put<T extends Listed>(list: readonly T[], item: T, at: number): T[] {
  const others = list.filter(({ id }) => id !== item.id);
  return [...others.slice(0, at), item, ...others.slice(at)];
}

function drop<T extends Listed>(list: readonly T[], gone: string): T[] {
  return list.filter(({ id }) => id !== gone);
}

function placeOf<T extends Listed>(list: readonly T[], wanted: string): { at: number; old: T | undefined } {
  const at = list.findIndex(({ id }) => id === wanted);
  return { at, old: list[at] };
}

export function applyForm(form: FormDefinition, change: FormChange): { doc: FormDefinition; inverse: FormChange } {
  switch (change.kind) {
    case "put_field": {
      const { at, old } = placeOf(form.fields, change.field.id);
      const inverse: FormChange = old
        ? { kind: "put_field", field: old, at }
        : { kind: "drop_field", id: change.field.id };
      return { doc: { ...form, fields: put(form.fields, change.field, change.at) }, inverse };
    }
    case "drop_field": {
      const { at, old } = placeOf(form.fields, change.id);
      if (!old) return { doc: form, inverse: change };
      return { doc: { ...form, fields: drop(form.fields, change.id) }, inverse: { kind: "put_field", field: old, at } };
    }
    case "put_section": {
      const { at, old } = placeOf(form.sections, change.section.id);
      const inverse: FormChange = old
        ? { kind: "put_section", section: old, at }
        : { kind: "drop_section", id: change.section.id };
      return { doc: { ...form, sections: put(form.sections, change.section, change.at) }, inverse };
    }
    case "drop_section": {
      const { at, old } = placeOf(form.sections, change.id);
      if (!old) return { doc: form, inverse: change };
      const inverse: FormChange = { kind: "put_section", section: old, at };
      return { doc: { ...form, sections: drop(form.sections, change.id) }, inverse };
    }
    case "title": {
      const { title, ...rest } = form;
      const doc = change.title === null ? rest : { ...rest, title: change.title };
      return { doc, inverse: { kind: "title", title: title ?? null } };
    }
  }
}
