import { describe, expect, it } from "vitest";
import type { RecordRow } from "@/api/records";
import type { Field } from "@/model/form";
import type { Value } from "@/model/value";
import type { Box } from "./grid_keys";
import { type Lane, planOf, spread } from "./plan";

const options = [
  { id: "hi", label: "High" },
  { id: "lo", label: "Low" },
];
const urgency: Field = { id: "u", label: "Urgency", control: { kind: "select", options } };
const hours: Field = {
  id: "h",
  label: "Hours",
  required: true,
  control: { kind: "number", min: "0", max: null, decimals: 1, unit: "h", thousands: true },
};
const plain = (value: Value | undefined) => (value == null ? "" : String(value));
const lanes: Lane[] = [
  { column: "title", field: undefined, lock: "order", isNumber: false, text: plain },
  {
    column: { field: "u" },
    field: urgency,
    lock: null,
    isNumber: false,
    text: (value) => (value === "hi" ? "High" : plain(value)),
  },
  { column: { field: "h" }, field: hours, lock: null, isNumber: true, text: plain },
];
const row = (id: string, values: Record<string, Value> = {}, state: RecordRow["state"] = "running"): RecordRow => ({
  id,
  rev: 3,
  state,
  values,
});
const book = { people: () => [], departments: () => [] };
const block = (lines: string[][]) => lines.map((line) => line.map((text) => ({ text })));
const box = (top: number, left: number, bottom = top, right = left): Box => ({ top, bottom, left, right });
const size = { rows: 4, columns: 3 };

describe("a block of texts", () => {
  it("lies from the first chosen cell on, and not over the edge", () => {
    const { box: taken, lost } = spread(block([["a", "b"], ["c"], ["d"]]), box(2, 2), size);
    expect([taken, lost]).toEqual([box(2, 2, 3, 2), { rows: 1, columns: 1 }]);
  });

  it("is repeated where the chosen box is a multiple of it", () => {
    const { box: taken, wishAt } = spread(block([["a"], ["b"]]), box(0, 1, 3, 2), size);
    expect(taken).toEqual(box(0, 1, 3, 2));
    expect([wishAt(0, 1), wishAt(3, 2)].map(({ text }) => text)).toEqual(["a", "b"]);
    expect(spread(block([["a"], ["b"]]), box(0, 1, 2, 1), size).box).toEqual(box(0, 1, 1, 1));
  });

  it("changes what it can, counts what stays, and says what is wrong and why", () => {
    const rows = [
      row("1", { title: "Pump", "field:u": "hi", "field:h": "1" }),
      row("2", { "field:h": "2" }),
      row("3", { "field:h": "3" }, "draft"),
    ];
    const texts = [
      ["Pump", "low", "1.0"],
      ["Other", "mid", ""],
      ["", "", "9"],
    ];
    const plan = planOf(spread(block(texts), box(0, 0), size), rows, lanes, book);
    expect(plan.changes).toMatchObject([{ id: "1", rev: 3, before: "hi", after: "lo" }]);
    expect(plan.wrong.map(({ at, lane, verdict }) => [at, lane.field?.id, verdict])).toEqual([
      [1, undefined, { kind: "wrong", lock: "order" }],
      [1, "u", { kind: "wrong", problem: expect.objectContaining({ code: "unknown_option" }) }],
      [1, "h", { kind: "wrong", problem: expect.objectContaining({ code: "required" }) }],
      [2, "h", { kind: "wrong", lock: "draft" }],
    ]);
    expect(plan.same).toBe(4);
    expect(plan.cells.length).toBe(plan.changes.length + plan.wrong.length + plan.same);
  });

  it("of the same column is taken as the value it is, whatever its text says", () => {
    const wish = { text: "two people share it", from: { key: "field:u", value: "lo" } };
    const plan = planOf(spread([[wish]], box(0, 1), size), [row("1")], lanes, book);
    expect(plan.changes).toMatchObject([{ after: "lo" }]);
  });
});
