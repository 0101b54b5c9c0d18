import { describe, expect, it } from "vitest";
import type { Chart, Condition } from "@/model/report";
import {
  askedOf,
  boardSearch,
  conditionsOf,
  isNarrowed,
  lookAt,
  offeredSearch,
  readingOrder,
  spanOf,
} from "./board_look";

const running: Condition = { column: "state", test: { op: "in", values: ["running"] } };
const halfDone: Condition = { column: "title", test: { op: "contains", value: "" } };
const change: Chart = {
  kind: "number_change",
  form: "f",
  measure: { kind: "count" },
  period: { column: "ended_at", span: "this_week" },
};
const table: Chart = { kind: "table", form: "f", columns: ["title"] };

describe("the look in the address", () => {
  it("takes only what exists", () => {
    expect(boardSearch({ span: "this_week", dept: ["d1", 7, ""], other: 1 })).toEqual({
      span: "this_week",
      dept: ["d1"],
    });
    expect(boardSearch({ span: "for_ever", dept: "d1", page: 3 })).toEqual({});
    expect(boardSearch({ page: "later" })).toEqual({ page: "later" });
    expect(isNarrowed({ page: "later" })).toBe(false);
  });
});

describe("a part that was picked", () => {
  const cross = { tile: "bar", key: "running", form: "f", filters: [running] };
  const tile = (id: string, chart: Chart) => ({ id, title: id, x: 0, y: 0, w: 3, h: 2, chart });

  it("stands in the address with its conditions, or not at all", () => {
    expect(boardSearch({ cross })).toEqual({ cross });
    expect(boardSearch({ cross: { ...cross, part: "p1" } })).toEqual({ cross: { ...cross, part: "p1" } });
    for (const filters of [[], ["state"], [{ column: "nowhere", test: { op: "empty" } }]])
      expect(boardSearch({ cross: { ...cross, filters } })).toEqual({});
  });

  it("narrows the other tiles of its form, and not its own", () => {
    const seen = (id: string, chart: Chart) => askedOf(chart, [], lookAt(tile(id, chart), { cross })).filters;
    expect([seen("other", table), seen("bar", table), seen("foreign", { ...table, form: "g" })]).toEqual([
      [running],
      [],
      [],
    ]);
  });
});

describe("the filters that a board offers", () => {
  const minor = { column: { field: "severity" }, form: "f", test: { op: "in", values: ["minor"] } } as const;
  const by = [{ ...minor, test: { op: "in" as const, values: ["minor"] } }];
  const state = { column: "state" as const, test: { op: "in" as const, values: ["running"] } };
  const board = (viewer_filters: Pick<typeof minor, "column" | "form">[]) => {
    return { id: "b", app: "a", name: "B", rev: 1, definition: { tiles: [] }, can_design: false, viewer_filters };
  };
  const tile = (chart: Chart) => ({ id: "t", title: "t", x: 0, y: 0, w: 3, h: 2, chart });
  const seen = (chart: Chart, chosen: typeof by) => askedOf(chart, [], lookAt(tile(chart), { by: chosen })).filters;

  it("stand in the address, as far as they are offered to this person", () => {
    expect(boardSearch({ by: [...by, { column: "nowhere" }, 7] })).toEqual({ by });
    const { column, form } = minor;
    expect(offeredSearch({ by }, board([{ column, form }]))).toEqual({ by });
    expect(offeredSearch({ by, span: "today" }, board([]))).toEqual({ span: "today" });
    expect(offeredSearch({ by }, board([{ column, form: "g" as "f" }]))).toEqual({});
  });

  it("reach the tiles of the field's form; what every order has reaches all", () => {
    const asked = [{ column: minor.column, test: by[0]?.test }];
    expect([seen(table, by), seen({ ...table, form: "g" }, by)]).toEqual([asked, []]);
    expect(askedOf(table, [], lookAt(tile({ ...table, form: "g" }), { by: [state] })).filters).toEqual([state]);
  });

  it("ask nothing while their operand is empty", () => {
    const begun = by.map((one) => ({ ...one, test: { op: "in" as const, values: [] } }));
    expect([seen(table, begun), isNarrowed({ by: begun }), isNarrowed({ by })]).toEqual([[], false, true]);
  });
});

describe("a tile under a look", () => {
  it("gets the person's time in place of its own, on its own date", () => {
    expect(askedOf(change, [running], { span: "last_month" })).toEqual({
      chart: { ...change, filters: [], period: { column: "ended_at", span: "last_month" } },
      filters: [running],
    });
  });

  it("without a period of its own is narrowed by creation", () => {
    expect(askedOf(table, [], { span: "today", dept: ["d1"] }).filters).toEqual([
      { column: "department", test: { op: "in", values: ["d1"] } },
      { column: "created_at", test: { op: "within", period: "today" } },
    ]);
  });

  it("says which time it counts: the person's, also of a list of orders, or its own", () => {
    const said = (chart: Chart, look: Parameters<typeof lookAt>[1]) => spanOf(askedOf(chart, [], look), look);
    expect([
      said(table, { span: "today" }),
      said(table, {}),
      said(change, {}),
      said(change, { span: "today" }),
    ]).toEqual(["today", null, "this_week", "today"]);
  });

  it("never asks with a condition that was not filled", () => {
    expect(askedOf({ ...table, filters: [halfDone] }, [halfDone, running])).toEqual({
      chart: { ...table, filters: [] },
      filters: [running],
    });
  });

  it("asks for no more parts of a ring than there are colours", () => {
    const ring: Chart = { kind: "ring", form: "f", measure: { kind: "count" }, dimension: { column: "node" }, top: 30 };
    expect(askedOf(ring, []).chart).toMatchObject({ top: 8 });
  });

  it("opens everything it counts", () => {
    expect(conditionsOf(askedOf({ ...change, filters: [running] }, []))).toEqual([
      running,
      { column: "ended_at", test: { op: "within", period: "this_week" } },
    ]);
  });
});

describe("reading order", () => {
  it("goes row by row", () => {
    const at = (id: string, x: number, y: number) => ({ id, title: id, x, y, w: 3, h: 2, chart: table });
    expect(readingOrder([at("c", 0, 2), at("b", 6, 0), at("a", 0, 0)]).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });
});
