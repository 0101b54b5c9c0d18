import { describe, expect, it } from "vitest";
import { type Apply, begin, edit, type History, redo, undo } from "./history";

type Change = { at: number; text: string };

const apply: Apply<readonly string[], Change> = (doc, { at, text }) => ({
  doc: doc.map((old, i) => (i === at ? text : old)),
  inverse: { at, text: doc[at] ?? "" },
});

const name = { key: "rename" };
const start: History<readonly string[], Change> = begin(["a", "b"]);

describe("history", () => {
  it("takes back several changes of one step in reverse order", () => {
    const changes = [
      { at: 0, text: "x" },
      { at: 0, text: "y" },
    ];
    const edited = edit(start, apply, { name, changes, selection: ["f"], now: 0 });
    expect(edited.doc).toEqual(["y", "b"]);
    const undone = undo(edited, apply);
    expect([undone.doc, undone.selection]).toEqual([["a", "b"], []]);
    expect(redo(undone, apply)).toEqual(edited);
  });

  it("joins steps of one group while they follow quickly", () => {
    const typed = ["h", "he", "hel"].reduce(
      (history, text, i) => edit(history, apply, { name, changes: [{ at: 1, text }], group: "label", now: i * 300 }),
      start,
    );
    expect(typed.past).toHaveLength(1);
    const later = edit(typed, apply, { name, changes: [{ at: 1, text: "z" }], group: "label", now: 9_000 });
    expect(later.past).toHaveLength(2);
    expect(undo(undo(later, apply), apply).doc).toEqual(start.doc);
  });

  it("forgets what was undone once something new is done", () => {
    const undone = undo(edit(start, apply, { name, changes: [{ at: 0, text: "x" }], now: 0 }), apply);
    expect(edit(undone, apply, { name, changes: [{ at: 1, text: "q" }], now: 1 }).future).toEqual([]);
  });

  it("has nothing to undo or redo at the start", () => {
    expect(undo(start, apply)).toBe(start);
    expect(redo(start, apply)).toBe(start);
  });
});
