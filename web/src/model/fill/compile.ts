// A form with its rules typed and in order; the twin of src/catalog/form.rs. Where the server refuses a broken rule, a
// screen goes on without it: a designer previews what is half done, and the problem stands beside it.

import type { Control, Field, FormDefinition } from "../form";
import { type Checked, compile } from "../formula/check";
import { order } from "../formula/depend";
import { parse } from "../formula/parser";
import type { FormulaProblem } from "../formula/problem";
import { type FieldType, plain, type Scope } from "../formula/scope";
import type { Expr } from "../formula/syntax";
import { formulaTypeOf, scopeOf } from "./scope";

export interface CompiledField {
  readonly field: Field;
  /** The field's own and its section's; all must hold. */
  readonly visible: readonly Checked[];
  readonly required: Checked | null;
  readonly initial: Checked | null;
  /** Of a formula field. */
  readonly computed: Checked | null;
  /** Of a date or date-time field. */
  readonly min: Checked | null;
  readonly max: Checked | null;
}

export interface BrokenRule {
  /** `fields.total.formula`. */
  readonly place: string;
  readonly problems: readonly FormulaProblem[];
}

export interface CompiledForm {
  readonly definition: FormDefinition;
  readonly scope: Scope;
  /** In the order of the definition. */
  readonly fields: readonly CompiledField[];
  /** Each after those its visibility and its computed value read. */
  readonly inRuleOrder: readonly CompiledField[];
  readonly broken: readonly BrokenRule[];
  /** Fields that show or compute each other; the first follows the last again. */
  readonly cycle: readonly string[] | null;
}

const TRUTH = plain("bool");

export function compileForm(definition: FormDefinition): CompiledForm {
  const scope = scopeOf(definition);
  const broken: BrokenRule[] = [];
  const rule = (place: string, text: string | null | undefined, wanted: FieldType): Checked | null => {
    if (text === null || text === undefined) return null;
    const compiled = compile(text, scope, wanted);
    if (compiled.ok) return compiled.checked;
    broken.push({ place, problems: compiled.problems });
    return null;
  };
  const sections = new Map<string, Checked>();
  for (const section of definition.sections) {
    const shown = rule(`sections.${section.id}.visible_if`, section.visible_if, TRUTH);
    if (shown) for (const { field } of section.items) sections.set(field, shown);
  }
  const fields = definition.fields.map((field): CompiledField => {
    const type = formulaTypeOf(field.control);
    const own = rule(`fields.${field.id}.visible_if`, field.visible_if, TRUTH);
    const part = (name: string, text: string | null | undefined, wanted: FieldType) =>
      rule(`fields.${field.id}.${name}`, text, wanted);
    const bounds = boundsOf(field.control);
    return {
      field,
      visible: [own, sections.get(field.id)].filter((one) => one !== null && one !== undefined),
      required: part("required_if", field.required_if, TRUTH),
      initial: part("default", field.default, type),
      computed: part("formula", field.control.kind === "formula" ? field.control.formula : null, type),
      min: part("min", bounds.min, type),
      max: part("max", bounds.max, type),
    };
  });
  const ordered = order(readsOf(definition));
  const places = new Map(ordered.ok ? ordered.order.map((id, at) => [id, at]) : []);
  const place = ({ field }: CompiledField) => places.get(field.id) ?? 0;
  const inRuleOrder = [...fields].sort((a, b) => place(a) - place(b));
  return { definition, scope, fields, inRuleOrder, broken, cycle: ordered.ok ? null : ordered.cycle };
}

function boundsOf(control: Control): { min: string | null; max: string | null } {
  return control.kind === "date" || control.kind === "datetime" ? control : { min: null, max: null };
}

/** What the visibility and the computed value of each field read, as one list of expressions. */
function readsOf(definition: FormDefinition): Map<string, Expr> {
  const reads = new Map<string, Expr[]>(definition.fields.map(({ id }) => [id, []]));
  const add = (field: string, text: string | undefined) => {
    const parsed = text === undefined ? null : parse(text);
    if (parsed?.ok) reads.get(field)?.push(parsed.expr);
  };
  for (const section of definition.sections) for (const { field } of section.items) add(field, section.visible_if);
  for (const { id, visible_if, control } of definition.fields) {
    add(id, visible_if);
    if (control.kind === "formula") add(id, control.formula);
  }
  const span = { start: 0, end: 0 };
  return new Map([...reads].map(([id, items]) => [id, { is: "list", items, span } as Expr]));
}
