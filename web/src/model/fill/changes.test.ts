import { describe, expect, it } from "vitest";
import type { Control } from "../form";
import { kindFate } from "./changes";

const text: Control = { kind: "text", max_chars: 100, placeholder: "", format: "any" };
const long: Control = { kind: "textarea", max_chars: 100, rows: 3, placeholder: "" };
const number: Control = { kind: "number", min: null, max: null, decimals: 0, unit: "", thousands: false };

describe("what records hold when the kind of their field changes", () => {
  it.each([
    ["is untouched by other settings", text, { ...text, max_chars: 10 }, "same"],
    ["is kept by a kind with the same type of value", text, long, "kept"],
    ["is lost to another type of value", text, number, "lost"],
  ] as const)("%s", (_, before, after, fate) => {
    expect(kindFate(before, after)).toBe(fate);
  });
});
