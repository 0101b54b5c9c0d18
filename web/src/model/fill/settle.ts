// Brings what is on the screen in step with the form's rules; the twin of src/form/settle.rs. The server does the same
// again and has the last word.

import type { Checked } from "../formula/check";
import { type Datum, EMPTY, order, read, write } from "../formula/datum";
import { round } from "../formula/decimal";
import type { Env } from "../formula/env";
import { evaluate, holds } from "../formula/eval";
import type { Problem } from "../problem";
import { isEmpty, type Value, type Values } from "../value";
import type { CompiledField, CompiledForm } from "./compile";

/** Everything a rule may look at but the fields. */
export type Scene = Omit<Env, "fields">;

export interface Settled {
  /** With computed values; what a rule hides is absent. */
  readonly values: Values;
  /** Fields a rule hides just now. */
  readonly hidden: ReadonlySet<string>;
  /** Fields that must be filled just now, by the form's own rules. */
  readonly required: ReadonlySet<string>;
}

function envOf(form: CompiledForm, values: Values, scene: Scene): Env {
  const fields = (id: string): Datum => {
    const type = form.scope.get(id);
    return type ? read(values[id], type.kind) : EMPTY;
  };
  return { ...scene, fields };
}

export function settle(form: CompiledForm, typed: Values, scene: Scene): Settled {
  const values: Record<string, Value> = { ...typed };
  const env = envOf(form, values, scene);
  const hidden = new Set<string>();
  for (const { field, visible, computed } of form.inRuleOrder) {
    if (!visible.every((rule) => holds(rule, env))) {
      delete values[field.id];
      hidden.add(field.id);
    } else if (computed) {
      values[field.id] = computedValue(field.control.kind === "formula" ? field.control.decimals : 0, computed, env);
    }
  }
  const isRequired = ({ field, required }: CompiledField) =>
    !hidden.has(field.id) && (field.required === true || (required !== null && holds(required, env)));
  return { values, hidden, required: new Set(form.fields.filter(isRequired).map(({ field }) => field.id)) };
}

function computedValue(decimals: number, rule: Checked, env: Env): Value {
  const datum = evaluate(rule, env);
  if (datum.is !== "number") return write(datum);
  const number = round(datum.number, decimals, "half_away");
  return number ? write({ is: "number", number }) : null;
}

/** What a new record holds before anybody typed: each default sees those before it. */
export function opened(form: CompiledForm, scene: Scene): Values {
  const values: Record<string, Value> = {};
  const env = envOf(form, values, scene);
  for (const { field, initial } of form.fields) {
    const value = initial ? write(evaluate(initial, env)) : null;
    if (!isEmpty(value)) values[field.id] = value;
  }
  return values;
}

/** A date outside the bounds that formulas give it. */
export function outOfBounds(form: CompiledForm, compiled: CompiledField, values: Values, scene: Scene): Problem[] {
  const { field, min, max } = compiled;
  const type = form.scope.get(field.id);
  const value = type ? read(values[field.id], type.kind) : EMPTY;
  if (value.is === "empty" || (!min && !max)) return [];
  const env = envOf(form, values, scene);
  const problem = (code: string, name: string, bound: Datum): Problem => ({
    place: field.id,
    code,
    severity: "error",
    data: { [name]: String(write(bound)) },
  });
  const least = min ? evaluate(min, env) : EMPTY;
  const most = max ? evaluate(max, env) : EMPTY;
  return [
    ...((order(value, least) ?? 0) < 0 ? [problem("too_early", "min", least)] : []),
    ...((order(value, most) ?? 0) > 0 ? [problem("too_late", "max", most)] : []),
  ];
}
