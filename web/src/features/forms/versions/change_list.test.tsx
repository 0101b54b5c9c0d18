import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { TYPES } from "@/fields/table";
import type { Control, FormDefinition } from "@/model/form";
import { ChangeList } from "./ChangeList";

const form = (control: Control): FormDefinition => ({
  fields: [{ id: "phone", label: "电话", control }],
  sections: [{ id: "one", title: "", items: [{ field: "phone", span: 6 }] }],
});

function listed(after: Control, held?: ReadonlyMap<string, number>): string {
  const before = form(TYPES.text.settings());
  render(<ChangeList before={before} after={form(after)} same="" {...(held && { held })} />);
  return screen.getByRole("listitem").textContent ?? "";
}

describe("the list of changes", () => {
  it("says how many records lose their value by another type of value, where it was counted", () => {
    const counted = new Map([["phone", 72]]);
    expect(listed(TYPES.date.settings(), counted)).toBe("电话：类型（72 条记录中已填的值将读不出来）");
  });

  it.each([
    ["nothing counted yet", TYPES.date.settings(), undefined, "电话：类型（已有记录中的内容将无法按新类型读取）"],
    ["no record that holds anything", TYPES.date.settings(), new Map([["phone", 0]]), "电话：类型"],
    ["a kind with the same type of value", TYPES.textarea.settings(), new Map([["phone", 72]]), "电话：类型"],
  ])("threatens with no number for %s", (_, after, held, words) => {
    expect(listed(after, held)).toBe(words);
  });
});
