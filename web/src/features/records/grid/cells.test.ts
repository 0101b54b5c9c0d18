import { describe, expect, it } from "vitest";
import type { Field } from "@/model/form";
import type { Value } from "@/model/value";
import { cellsOf, shownValue, troubled } from "./cells";
import type { Change, Outcome } from "./change";
import type { SaveQueue } from "./save_queue";

const field: Field = { id: "a", label: "a", control: { kind: "switch", on_label: "", off_label: "" } };
const change = (id: string, before: Value, after: Value): Change => ({ id, rev: 1, field, before, after });

/** Answers what it is told to, one after the other; ok when nothing is left to say. */
function told(...answers: Outcome[]) {
  const sent: Change[] = [];
  const queue: SaveQueue = {
    save: async (changes, tell) => {
      await Promise.resolve();
      return changes.map((one) => {
        sent.push(one);
        const outcome = answers.shift() ?? { state: "ok" as const, rev: 2 };
        tell(one, outcome);
        return outcome;
      });
    },
    waiting: () => 0,
  };
  return { cells: cellsOf(queue), sent };
}

const failed: Outcome = { state: "error", problem: null, error: new Error("out of reach") };
const conflict: Outcome = { state: "conflict", by: "ann", at: 5, theirs: "C", rev: 9 };

describe("cells that were changed", () => {
  it("show what the person wrote at once, and the list's own value once it has caught up", async () => {
    const { cells } = told();
    const saving = cells.write([change("r", "A", "B")]);
    const mark = () => cells.store.getState().marks.get("r")?.["field:a"];
    const row = { rev: 1, values: { "field:a": "A" } };
    expect([mark()?.outcome.state, shownValue(mark(), row, "field:a")]).toEqual(["saving", "B"]);
    await saving;
    expect([mark()?.outcome.state, shownValue(mark(), row, "field:a")]).toEqual(["ok", "B"]);
    expect(shownValue(mark(), { rev: 2, values: { "field:a": "normal" } }, "field:a")).toBe("normal");
  });

  it("go back and forth, step by step", async () => {
    const { cells, sent } = told();
    await cells.write([change("r", "A", "B"), change("s", "A", "B")]);
    await cells.write([change("r", "B", "C")]);
    expect([await cells.undo(), await cells.undo(), await cells.undo()]).toEqual([1, 2, null]);
    expect(sent.slice(3).map(({ id, after }) => [id, after])).toEqual([
      ["r", "B"],
      ["s", "A"],
      ["r", "A"],
    ]);
    expect([await cells.redo(), sent.at(-1)?.after]).toEqual([2, "B"]);
  });

  it("that failed are no step, and wait for the person", async () => {
    const { cells, sent } = told(conflict, { state: "ok", rev: 2 });
    await cells.write([change("r", "A", "B"), change("s", "A", "B")]);
    const [mark] = troubled(cells.store.getState().marks);
    expect(mark?.change.id).toBe("r");
    expect(await cells.undo()).toBe(1);
    if (mark) await cells.again(mark);
    expect(sent.at(-1)).toMatchObject({ id: "r", before: "C", after: "B", rev: 9 });
    expect(troubled(cells.store.getState().marks)).toEqual([]);
  });

  it("stay a step where they could not go back, and go once more", async () => {
    const ok: Outcome = { state: "ok", rev: 2 };
    const { cells, sent } = told(ok, ok, ok, failed);
    await cells.write([change("r", "A", "B"), change("s", "A", "B")]);
    expect(await cells.undo()).toBe(1);
    expect(await cells.undo()).toBe(1);
    expect(sent.slice(2).map(({ id, after }) => [id, after])).toEqual([
      ["s", "A"],
      ["r", "A"],
      ["r", "A"],
    ]);
    expect(await cells.undo()).toBeNull();
    expect([await cells.redo(), await cells.redo(), await cells.redo()]).toEqual([1, 1, null]);
  });

  it("that go back at a second try under the grid are no step any more", async () => {
    const { cells } = told({ state: "ok", rev: 2 }, failed);
    await cells.write([change("r", "A", "B")]);
    expect(await cells.undo()).toBe(0);
    const [mark] = troubled(cells.store.getState().marks);
    if (mark) await cells.again(mark);
    expect(await cells.undo()).toBeNull();
    expect(await cells.redo()).toBe(1);
  });

  it("are forgotten where the other one shall be right", async () => {
    const { cells } = told(conflict);
    await cells.write([change("r", "A", "B")]);
    const [mark] = troubled(cells.store.getState().marks);
    if (mark) cells.drop(mark);
    expect(cells.store.getState().marks.get("r")).toEqual({});
  });
});
