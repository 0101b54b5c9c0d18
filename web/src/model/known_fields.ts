// A form as its lists know it for one person: what is hidden from them is not there, whatever a view or an address says.

import type { FieldMatrix, FormDefinition } from "./form";

export function knownForm(form: FormDefinition, closed: FieldMatrix | undefined): FormDefinition {
  const isKnown = (id: string) => closed?.[id] !== "hidden";
  if (!closed || form.fields.every(({ id }) => isKnown(id))) return form;
  return {
    ...form,
    fields: form.fields.filter(({ id }) => isKnown(id)),
    sections: form.sections.map((section) => ({
      ...section,
      items: section.items.filter(({ field }) => isKnown(field)),
    })),
  };
}
