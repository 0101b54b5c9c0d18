// What a condition of the whole board may ask: the server holds it against the form of every tile. Pure.

import { kindOf } from "@/model/column";
import { type FormDefinition, NO_FORM } from "@/model/form";

/** The fields that all of a board's forms have, as the first of them has them; none while one of them is unknown. */
export function commonForm(forms: readonly string[], definitions: ReadonlyMap<string, FormDefinition>): FormDefinition {
  const [first = NO_FORM, ...others] = forms.map((form) => definitions.get(form) ?? NO_FORM);
  const isCommon = ({ id }: FormDefinition["fields"][number]) =>
    others.every((other) => kindOf({ field: id }, other) === kindOf({ field: id }, first));
  return { ...first, fields: first.fields.filter(isCommon) };
}
