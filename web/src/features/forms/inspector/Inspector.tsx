import { sectionOf } from "@/model/edit/form_plan";
import { useDefinition, useSelectedFields, useSelection } from "../edits/session";
import { FieldInspector } from "./FieldInspector";
import { FormInspector } from "./FormInspector";
import { ManyInspector } from "./ManyInspector";
import { SectionInspector } from "./SectionInspector";

/** The properties of what is selected; of the form itself when nothing is. */
export function Inspector() {
  const { sections } = useDefinition();
  const selection = useSelection();
  const [field, ...more] = useSelectedFields();
  const section = sections.find(({ id }) => selection.some((key) => sectionOf(key) === id));
  if (field && more.length > 0) return <ManyInspector fields={[field, ...more]} />;
  if (field) return <FieldInspector key={field.id} field={field} />;
  if (section) return <SectionInspector key={section.id} section={section} />;
  return <FormInspector />;
}
