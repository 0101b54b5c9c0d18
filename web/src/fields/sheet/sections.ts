// What of a form can be seen just now, section by section.

import type { CompiledForm } from "@/model/fill/compile";
import type { Settled } from "@/model/fill/settle";
import type { Field, FieldAccess, Section } from "@/model/form";

export interface ShownField {
  field: Field;
  span: number;
  access: FieldAccess;
}

export interface ShownSection {
  section: Section;
  /** Never empty. */
  fields: readonly ShownField[];
}

/** A section without a visible field is not there at all. */
export function shownSections(
  form: CompiledForm,
  settled: Settled,
  accessOf: (field: string) => FieldAccess,
): ShownSection[] {
  const fields = new Map(form.fields.map(({ field }) => [field.id, field]));
  return form.definition.sections.flatMap((section) => {
    const shown = section.items.flatMap(({ field: id, span }) => {
      const field = fields.get(id);
      const access = accessOf(id);
      return field && access !== "hidden" && !settled.hidden.has(id) ? [{ field, span, access }] : [];
    });
    return shown.length > 0 ? [{ section, fields: shown }] : [];
  });
}

/** Fewer fields stand on a screen or two: nobody looks for a section there. */
const LONG = 10;

/** Where an index leads: the titled sections of a form that is long enough to need one. */
export function indexOf(sections: readonly ShownSection[]): ShownSection[] {
  const titled = sections.filter(({ section }) => section.title !== "");
  const count = sections.reduce((sum, { fields }) => sum + fields.length, 0);
  return titled.length > 1 && count >= LONG ? titled : [];
}
