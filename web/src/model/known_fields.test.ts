import { expect, it } from "vitest";
import type { Control, Field, FormDefinition } from "./form";
import { knownForm } from "./known_fields";

const field = (id: string): Field => ({ id, label: id, control: { kind: "text" } as Control });
const item = (id: string) => ({ field: id, span: 12 });
const form = (...ids: string[]): FormDefinition => ({
  fields: ids.map(field),
  sections: [{ id: "main", title: "", items: ids.map(item) }] as FormDefinition["sections"],
});

it("leaves out what is hidden, and nothing that may only be read", () => {
  const whole = form("name", "salary", "grade");
  expect(knownForm(whole, { salary: "hidden", grade: "read" })).toEqual(form("name", "grade"));
  expect(knownForm(whole, { grade: "read" })).toBe(whole);
  expect(knownForm(whole, undefined)).toBe(whole);
});
