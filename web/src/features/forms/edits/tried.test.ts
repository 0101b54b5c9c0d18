import { describe, expect, it } from "vitest";
import { TYPES } from "@/fields/table";
import type { Field, FieldAccess } from "@/model/form";
import { shutBy, type TriedStep } from "./tried";

const text: Field = { id: "a", label: "A", control: TYPES.text.settings() };
const sum: Field = { id: "a", label: "A", control: TYPES.formula.settings() };

const at = (access: FieldAccess | null, unnamed: FieldAccess = "read"): TriedStep => {
  return { id: "s", name: "S", matrix: access === null ? {} : { a: access }, unnamed };
};

describe("a field that no step lets anybody fill", () => {
  it.each([
    ["is none where no step is drawn", text, [], null],
    ["is none where one step lets it be filled", text, [at("hidden"), at("required")], null],
    ["is none where the usual access at one step is to fill it", text, [at("hidden"), at(null, "edit")], null],
    ["is read only where some step shows it", text, [at("hidden"), at(null)], "read"],
    ["is hidden where none does", text, [at("hidden"), at("hidden")], "hidden"],
    ["is not said of one that nobody ever fills", sum, [at("hidden")], null],
  ] as const)("%s", (_, field, steps, shut) => {
    expect(shutBy(steps, field)).toBe(shut);
  });
});
