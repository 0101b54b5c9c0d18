// Which rules of a form read which of its fields, and in what order they are settled.

import type { FormDefinition } from "../form";
import { fields as readBy } from "../formula/depend";
import { parse } from "../formula/parser";
import { sectionKey } from "./form_plan";

/** A formula of the form and where it stands. */
export interface Formula {
  /** Field id, section key, or `title`. */
  owner: string;
  /** `visible_if`, `formula`. */
  property: string;
  text: string;
}

export function formulasOf(form: FormDefinition): Formula[] {
  const found: Formula[] = [];
  const add = (owner: string, property: string, text: string | null | undefined) => {
    if (text) found.push({ owner, property, text });
  };
  for (const { id, visible_if, required_if, default: initial, control } of form.fields) {
    add(id, "visible_if", visible_if);
    add(id, "required_if", required_if);
    add(id, "default", initial);
    if (control.kind === "formula") add(id, "formula", control.formula);
    if (control.kind === "date" || control.kind === "datetime") {
      add(id, "min", control.min);
      add(id, "max", control.max);
    }
  }
  for (const section of form.sections) add(sectionKey(section.id), "visible_if", section.visible_if);
  add("title", "title", form.title);
  return found;
}

/** Formulas elsewhere that read one of these fields: they break when the fields go. */
export function usersOf(form: FormDefinition, ids: readonly string[]): Reading[] {
  return readingsOf(form).filter(
    ({ owner, reads }) => !ids.includes(owner) && reads.some((field) => ids.includes(field)),
  );
}

export interface Reading extends Formula {
  /** Ids of fields; those that are gone are still read. */
  reads: readonly string[];
}

/** The formulas that read any field, and can be read themselves. */
export function readingsOf(form: FormDefinition): Reading[] {
  return formulasOf(form).flatMap((formula) => {
    const parsed = parse(formula.text);
    const reads = parsed.ok ? [...readBy(parsed.expr)] : [];
    return reads.length > 0 ? [{ ...formula, reads }] : [];
  });
}

/** A field is computed and shown by its own rules, and shown by that of its section. */
export function rulesBehind(form: FormDefinition, readings: readonly Reading[], field: string): Reading[] {
  const section = form.sections.find(({ items }) => items.some((item) => item.field === field));
  const of = (owner: string, property: string) =>
    readings.filter((one) => one.owner === owner && one.property === property);
  const shown = section ? of(sectionKey(section.id), "visible_if") : [];
  return [...of(field, "visible_if"), ...of(field, "formula"), ...shown];
}

export interface Dependencies {
  /** Each reads only what is filled in and what earlier stages settle. */
  stages: readonly (readonly Reading[])[];
  /** Fields that need each other in a circle, in the order they read one another. */
  circles: readonly (readonly string[])[];
  /** In a circle, or behind one: never settled. */
  stuck: readonly Reading[];
}

/** As src/catalog/form.rs orders them: by what a field needs to be shown and computed. */
export function dependenciesOf(form: FormDefinition): Dependencies {
  const readings = readingsOf(form);
  const needs = new Map(
    form.fields.map(({ id }) => [id, new Set(rulesBehind(form, readings, id).flatMap(({ reads }) => reads))]),
  );
  const levels = levelsOf(needs);
  const levelOf = ({ reads }: Reading) =>
    Math.max(...reads.map((field) => levels.get(field) ?? (needs.has(field) ? Number.POSITIVE_INFINITY : 0)));
  const depth = Math.max(0, ...levels.values()) + 1;
  const stages = Array.from({ length: depth }, (_, level) => readings.filter((one) => levelOf(one) === level));
  return {
    stages: stages.filter((stage) => stage.length > 0),
    circles: circlesIn(needs, levels),
    stuck: readings.filter((one) => levelOf(one) === Number.POSITIVE_INFINITY),
  };
}

type Needs = ReadonlyMap<string, ReadonlySet<string>>;

/** Of what can be settled: how many others have to be settled before, one after the other. */
function levelsOf(needs: Needs): Map<string, number> {
  const levels = new Map<string, number>();
  for (let level = 0; ; level += 1) {
    const isSettled = (field: string) => levels.has(field) || !needs.has(field);
    const ready = [...needs].filter(([field, read]) => !levels.has(field) && [...read].every(isSettled));
    if (ready.length === 0) return levels;
    for (const [field] of ready) levels.set(field, level);
  }
}

/** Each once, beginning at the field that stands first in the form. */
function circlesIn(needs: Needs, settled: ReadonlyMap<string, number>): string[][] {
  const told = new Set<string>();
  const circles: string[][] = [];
  for (const field of needs.keys()) {
    const circle = settled.has(field) || told.has(field) ? null : wayBack(needs, field);
    if (!circle) continue;
    circles.push(circle);
    for (const one of circle) told.add(one);
  }
  return circles;
}

/** The shortest way from a field over what it needs to itself. */
function wayBack(needs: Needs, from: string): string[] | null {
  const ways = [[from]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of needs.get(way.at(-1) ?? from) ?? []) {
      if (next === from) return way;
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return null;
}
