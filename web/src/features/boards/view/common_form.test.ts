import { describe, expect, it } from "vitest";
import type { FormDefinition } from "@/model/form";
import { commonForm } from "./common_form";

const form = (fields: Record<string, string>): FormDefinition => ({
  fields: Object.entries(fields).map(([id, kind]) => ({ id, label: id, control: { kind } })) as never,
  sections: [],
});
const known = new Map([
  ["other", form({ budget: "money" })],
  ["repair", form({ shop: "text", cost: "money" })],
  ["order", form({ shop: "text", cost: "text" })],
]);
const fields = (...forms: string[]) => commonForm(forms, known).fields.map(({ id }) => id);

describe("the filters of a board", () => {
  it("ask the fields of the form that its tiles count, not of another one of the app", () => {
    expect(fields("repair")).toEqual(["shop", "cost"]);
  });

  it("ask of several forms only what each of them has, of the same kind", () => {
    expect([fields("repair", "order"), fields("repair", "other")]).toEqual([["shop"], []]);
  });

  it("ask no field while a form is not known, and none of a board without tiles", () => {
    expect([fields("repair", "gone"), fields()]).toEqual([[], []]);
  });
});
