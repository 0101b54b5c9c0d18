import type { FormChange } from "@/model/edit/form";
import type { FormDefinition } from "@/model/form";

/** The changes that make one definition into another: restoring a version is one step that can be undone. */
export function restoreChanges(from: FormDefinition, to: FormDefinition): FormChange[] {
  return [
    ...from.sections.map(({ id }): FormChange => ({ kind: "drop_section", id })),
    ...from.fields.map(({ id }): FormChange => ({ kind: "drop_field", id })),
    ...to.fields.map((field, at): FormChange => ({ kind: "put_field", field, at })),
    ...to.sections.map((section, at): FormChange => ({ kind: "put_section", section, at })),
    { kind: "title", title: to.title ?? null },
  ];
}
