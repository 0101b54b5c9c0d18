import { describe, expect, it } from "vitest";
import type { Control, FormDefinition } from "../form";
import { applyForm, type FormChange } from "./form";
import { copyFields, readFields, takeFields, writeFields } from "./form_copy";
import {
  addField,
  addSection,
  moveFields,
  moveSection,
  nudge,
  removeFields,
  removeSection,
  sectionKey,
  setSpan,
} from "./form_plan";

const text: Control = { kind: "text", max_chars: 200, placeholder: "", format: "any" };
const sum = (formula: string): Control => ({ kind: "formula", formula, result: "number", decimals: 2 });

const start: FormDefinition = {
  fields: [
    { id: "a", label: "A", control: text },
    { id: "b", label: "B", control: text, visible_if: 'a = "x"' },
    { id: "c", label: "C", control: sum("LEN(b)") },
  ],
  sections: [
    {
      id: "one",
      title: "One",
      items: [
        { field: "a", span: 6 },
        { field: "b", span: 6 },
      ],
    },
    { id: "two", title: "Two", items: [{ field: "c", span: 12 }] },
  ],
};

function run(form: FormDefinition, changes: readonly FormChange[]): FormDefinition {
  return changes.reduce((doc, change) => applyForm(doc, change).doc, form);
}

const layout = (form: FormDefinition) =>
  form.sections.map(({ id, items }) => `${id}: ${items.map(({ field }) => field).join(" ")}`);

/** A small generator, so that a failure can be repeated from its seed. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

function anyChange(form: FormDefinition, pick: (below: number) => number): FormChange[] {
  const id = form.fields[pick(form.fields.length + 1)]?.id ?? "nobody";
  const section = form.sections[pick(form.sections.length + 1)]?.id ?? "nowhere";
  const at = pick(4);
  switch (pick(8)) {
    case 0:
      return addField(form, { label: "New", control: text, span: 6 }, { section, at }).changes;
    case 1:
      return removeFields(form, [id]).changes;
    case 2:
      return form.sections.some((one) => one.id === section) ? moveFields(form, [id], { section, at }).changes : [];
    case 3:
      return addSection(form, "S", at).changes;
    case 4:
      return removeSection(form, section)?.changes ?? [];
    case 5:
      return [{ kind: "title", title: pick(2) ? "a" : null }];
    case 6:
      return setSpan(form, [id], 1 + pick(12));
    default:
      return nudge(form, [id], pick(2) ? 1 : -1)?.changes ?? moveSection(form, section, at);
  }
}

describe("changes of a form", () => {
  it.each(Array.from({ length: 40 }, (_, at) => 0x51f3 + at))("are taken back exactly, seed %i", (seed) => {
    const pick = chance(seed);
    let form = start;
    for (let step = 0; step < 60; step++) {
      for (const change of anyChange(form, pick)) {
        const { doc, inverse } = applyForm(form, change);
        expect(applyForm(doc, inverse).doc).toEqual(form);
        form = doc;
      }
      const placed = form.sections.flatMap(({ items }) => items.map(({ field }) => field)).sort();
      expect(placed).toEqual(form.fields.map(({ id }) => id).sort());
    }
  });

  it("gives a new field an id and a label of its own", () => {
    const once = run(start, addField(start, { label: "A", control: text, span: 6 }, null).changes);
    expect(once.fields.at(-1)).toMatchObject({ id: "text", label: "A 2" });
    expect(layout(once).at(-1)).toBe("section: text");
  });

  it.each([
    [["a"], { section: "one", at: 2 }, ["one: b a", "two: c"]],
    [["a", "c"], { section: "one", at: 2 }, ["one: b a c", "two: "]],
    [["a", "b"], { section: "two", at: 0 }, ["one: ", "two: a b c"]],
    [["b"], { section: "one", at: 1 }, ["one: a b", "two: c"]],
  ])("moves %j to %j", (ids, place, expected) => {
    expect(layout(run(start, moveFields(start, ids, place).changes))).toEqual(expected);
  });

  it("walks over the border of a section", () => {
    expect(layout(run(start, nudge(start, ["b"], 1)?.changes ?? []))).toEqual(["one: a", "two: b c"]);
    expect(layout(run(start, nudge(start, ["c"], -1)?.changes ?? []))).toEqual(["one: a b c", "two: "]);
    expect(nudge(start, ["a"], -1)).toBeNull();
  });

  it("moves several together behind the one that goes first", () => {
    expect(layout(run(start, nudge(start, ["a", "b"], 1)?.changes ?? []))).toEqual(["one: ", "two: a b c"]);
    expect(layout(run(start, nudge(start, ["b", "c"], -1)?.changes ?? []))).toEqual(["one: b c a", "two: "]);
  });

  it("leaves the fields of a removed section to its neighbour", () => {
    expect(layout(run(start, removeSection(start, "one")?.changes ?? []))).toEqual(["two: a b c"]);
    expect(layout(run(start, removeSection(start, "two")?.changes ?? []))).toEqual(["one: a b c"]);
  });

  it("copies with new ids", () => {
    const [field] = start.fields;
    if (!field) throw new Error("the form has fields");
    const plan = copyFields(start, [{ field, span: 4 }], { section: "one", at: 1 });
    expect(layout(run(start, plan.changes))[0]).toBe("one: a a_2 b");
  });

  it("takes a whole group for its fields, each once", () => {
    const taken = (keys: string[]) => takeFields(start, keys).map(({ field }) => field.id);
    const all = start.sections[0]?.items.map(({ field }) => field) ?? [];
    expect(all.length).toBeGreaterThan(1);
    expect(taken([sectionKey("one")])).toEqual(all);
    expect(taken([sectionKey("one"), ...all])).toEqual(all);
    expect(taken([sectionKey("none")])).toEqual([]);
  });

  it("travels over the clipboard, and what is copied together goes on reading each other", () => {
    const copied = readFields(writeFields(takeFields(start, ["b", "c"])));
    const { fields } = run(start, copyFields(start, copied, { section: "two", at: 1 }).changes);
    expect(fields.slice(3)).toEqual([
      { id: "b_2", label: "B 2", control: text, visible_if: 'a = "x"' },
      { id: "c_2", label: "C 2", control: sum("LEN(b_2)") },
    ]);
    expect(readFields("a letter")).toEqual([]);
  });
});
