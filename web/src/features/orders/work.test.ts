import { expect, it } from "vitest";
import type { OrderPage } from "@/model/order";
import { isOwnDraft, unsaved } from "./autosave";
import { beforeAll, wireOf } from "./work";

const text = { kind: "text", max_chars: 100, placeholder: "", format: "any" } as const;
const order = {
  state: "running",
  definition: {
    fields: [
      { id: "a", label: "a", control: text },
      { id: "b", label: "b", control: text },
      { id: "when", label: "when", control: { kind: "datetime", min: null, max: null } },
    ],
    sections: [],
  },
  values: { a: "old", b: "old" },
  matrix: { a: "edit", b: "edit", when: "required" },
  actions: [{ verb: "approve" }],
} as unknown as OrderPage;

it("sends what was changed, as the server takes it, and nothing else", () => {
  expect(wireOf(order, { a: "new", when: 0 })).toEqual({ a: "new", when: "1970-01-01T00:00:00.000Z" });
  expect(wireOf({ ...order, matrix: { a: "read" } }, { a: "new" })).toEqual({});
});

it("what was typed while it was saved is still to be saved", () => {
  expect(unsaved({ a: "2", b: "1" }, { a: "1", b: "1" })).toEqual({ a: "2" });
});

it("only the author's own page is saved by itself", () => {
  expect(isOwnDraft(order)).toBe(false);
  expect(isOwnDraft({ ...order, state: "returned" })).toBe(false);
  expect(isOwnDraft({ ...order, state: "returned", actions: [{ verb: "submit" }] })).toBe(true);
});

it("what came back can be given up: the fields stand as they stood, those that were empty too", () => {
  expect(beforeAll(order, { a: "left", when: 0 })).toEqual({ a: "old", when: null });
  expect(beforeAll(order, {})).toBeNull();
});
