import { describe, expect, it } from "vitest";
import type { Apply } from "@/model/edit/history";
import { createDesigner } from "./session";

type Doc = readonly string[];
type Change = { add: string } | { remove: true };

const apply: Apply<Doc, Change> = (doc, change) =>
  "add" in change
    ? { doc: [...doc, change.add], inverse: { remove: true } }
    : { doc: doc.slice(0, -1), inverse: { add: doc.at(-1) ?? "" } };

describe("a designer's session", () => {
  it("undoes and redoes with the selection", () => {
    const store = createDesigner<Doc, Change>([], apply);
    store.getState().dispatch({ changes: [{ add: "a" }], name: { key: "add" }, selection: ["a"] });
    store.getState().undo();
    expect(store.getState().history).toMatchObject({ doc: [], selection: [] });
    store.getState().redo();
    expect(store.getState().history).toMatchObject({ doc: ["a"], selection: ["a"] });
  });
});
