import { describe, expect, it } from "vitest";
import type { Control, Field, FormDefinition } from "@/model/form";
import { cellLock, columnLock, isSameValue, problemsOf, startsWith } from "./editable";

const of = (id: string, control: Control, required = false): Field => ({ id, label: id, control, required });
const number = of("n", { kind: "number", min: "0", max: null, decimals: 1, unit: "", thousands: false });
const text = of("t", { kind: "text", max_chars: 3, placeholder: "", format: "any" }, true);
const file = of("f", { kind: "file", max_files: 1, extensions: [] });
const serial = of("s", { kind: "serial", pattern: "{#}", reset: "never" });
const form: FormDefinition = { fields: [number, text, file, serial], sections: [] };

describe("a cell", () => {
  it("says why it cannot be written", () => {
    const lock = (id: string, mayEdit = true) => columnLock({ field: id }, form, mayEdit);
    expect([columnLock("title", form, true), lock("s"), lock("f"), lock("n", false), lock("n")]).toEqual([
      "order",
      "computed",
      "files",
      "permission",
      null,
    ]);
    expect([
      columnLock({ field: "n" }, form, true, { n: "read" }),
      columnLock({ field: "t" }, form, true, { n: "read" }),
    ]).toEqual(["permission", null]);
    expect([cellLock(null, "draft"), cellLock(null, "completed"), cellLock("files", "draft")]).toEqual([
      "draft",
      null,
      "files",
    ]);
  });

  it("is judged by its kind, and an empty one by whether it must be filled", () => {
    const codes = (field: Field, value: string | null) => problemsOf(field, value).map(({ code }) => code);
    expect([codes(number, "-1.25"), codes(number, null), codes(text, null), codes(text, "abcd")]).toEqual([
      ["too_many_decimals", "too_small"],
      [],
      ["required"],
      ["too_long"],
    ]);
  });

  it("begins with the key that was typed, where that key can begin it", () => {
    expect([startsWith(text, "x"), startsWith(number, "7"), startsWith(number, "x"), startsWith(file, "x")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("has not changed when only the writing of a number has", () => {
    expect(isSameValue("1.50", "1.5", number)).toBe(true);
    expect(isSameValue("100", "1", number)).toBe(false);
    expect(isSameValue(undefined, null, text)).toBe(true);
    expect(isSameValue("1.0", "1", text)).toBe(false);
  });
});
