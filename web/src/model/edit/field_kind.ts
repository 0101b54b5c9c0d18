// Another kind for a field: what both kinds know stays, and what the new one cannot have goes, so that nothing is set that
// no row of the inspector shows.

import { hasSameContent } from "../content";
import { FIELD_RULES, type FieldRule, mayHaveRule } from "../field_rules";
import { formulaTypeOf } from "../fill/scope";
import type { Control, Field } from "../form";

const NUMBERS: ReadonlySet<string> = new Set(["number", "money", "percent"]);

/** Options, bounds of numbers, several instead of one. */
function changedControl(before: Control, fresh: Control): Control {
  const areNumbers = NUMBERS.has(before.kind) && NUMBERS.has(fresh.kind);
  const isKept = (name: string) =>
    name !== "kind" && name in fresh && (areNumbers || (name !== "min" && name !== "max"));
  const kept = Object.entries(before).filter(([name]) => isKept(name));
  return { ...fresh, ...Object.fromEntries(kept) } as Control;
}

/** A default is a value of the field's own type. */
function keepsRule(rule: FieldRule, before: Control, after: Control): boolean {
  if (!mayHaveRule(after.kind, rule)) return false;
  return rule !== "default" || formulaTypeOf(before).kind === formulaTypeOf(after).kind;
}

export function changeKind(field: Field, fresh: Control): Field {
  const control = changedControl(field.control, fresh);
  const gone = FIELD_RULES.filter((rule) => !keepsRule(rule, field.control, control));
  const kept = Object.entries(field).filter(([name]) => !gone.some((rule) => rule === name));
  return { ...(Object.fromEntries(kept) as unknown as Field), control };
}

export interface Lost {
  rules: FieldRule[];
  /** Names of settings of the old control. */
  settings: string[];
}

/** What somebody had set and the other kind took away; `standard` is the old control as it began. */
export function lostBy(before: Field, after: Field, standard: Control): Lost {
  const old = new Map(Object.entries(standard));
  const now = new Map(Object.entries(after.control));
  return {
    rules: FIELD_RULES.filter((rule) => before[rule] && !after[rule]),
    settings: Object.entries(before.control)
      .filter(
        ([name, value]) =>
          name !== "kind" && !hasSameContent(value, old.get(name)) && !hasSameContent(value, now.get(name)),
      )
      .map(([name]) => name),
  };
}
