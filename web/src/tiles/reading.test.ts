import { describe, expect, it } from "vitest";
import type { TileData } from "@/api/boards";
import type { Chart, GroupChart } from "@/model/report";
import { isBlank, REST_KEY, readingsOf, splitsOf, truncationOf, type Words } from "./reading";

const words: Words = {
  locale: "zh-CN",
  empty: "（空）",
  other: "其他",
  yes: "是",
  no: "否",
  state: (state) => `state ${state}`,
};

const chart: GroupChart = { kind: "bar", form: "f", dimension: { column: "state" }, measure: { kind: "count" } };

const data = (groups: TileData["groups"], more: Partial<TileData> = {}): TileData => ({
  kind: "bar",
  groups,
  total: 0,
  count: 0,
  format: "number",
  as_of: 0,
  truncated: false,
  ...more,
});

const group = (key: string, value: number, label = "") => ({ key, label, value, count: value });

describe("a reading", () => {
  it("gives states their words and colours, and the rest its own name", () => {
    const readings = readingsOf(chart, data([group("running", 3), group("", 1), group(REST_KEY, 7)]), words);
    expect(readings.map(({ label, color, value, isRest }) => [label, color, value, isRest])).toEqual([
      ["state running", "blue", 3, false],
      ["（空）", null, 1, false],
      ["其他", null, 7, true],
    ]);
  });

  it("keeps the server's word for an option, and makes one for yes and no", () => {
    const by: GroupChart = { ...chart, dimension: { column: { field: "x" } } };
    const readings = readingsOf(by, data([group("hot", 1, "高"), group("true", 1), group("false", 1, "停用")]), words);
    expect(readings.map(({ label }) => label)).toEqual(["高", "是", "停用"]);
  });

  it.each([
    ["day", "2026-11-24", "11/24", "2026年11月24日周二"],
    ["week", "2026-11-30", "11/30", "11/30 – 12/6"],
    ["month", "2026-01-01", "2026年1月", "2026年1月"],
    ["month", "2026-11-01", "11月", "2026年11月"],
    ["quarter", "2026-10-01", "2026 Q4", "2026 Q4"],
    ["year", "2026-01-01", "2026", "2026"],
  ] as const)("of a %s says which", (bucket, key, tick, label) => {
    const by: GroupChart = { ...chart, dimension: { column: "created_at", bucket } };
    expect(readingsOf(by, data([group(key, 1)]), words)[0]).toMatchObject({ tick, label });
  });
});

describe("splits", () => {
  it("are those of all groups, in order of appearance, the rest last", () => {
    const part = (key: string) => ({ key, label: key.toUpperCase(), value: 1 });
    const groups = [
      { ...group("a", 2), parts: [part(REST_KEY), part("x")] },
      { ...group("b", 2), parts: [part("y"), part("x")] },
    ];
    const by: GroupChart = { ...chart, kind: "stacked_bar", split: { column: { field: "s" } } };
    expect(splitsOf(by, data(groups), words).map(({ label }) => label)).toEqual(["X", "Y", "其他"]);
  });
});

describe("blank", () => {
  it("is a chart without groups and a table without rows, never a number", () => {
    const table: Chart = { kind: "table", form: "f", columns: [] };
    expect([
      isBlank(chart, data([])),
      isBlank(table, data([], { kind: "table", rows: [] })),
      isBlank({ ...chart, kind: "number" }, data([])),
      isBlank(chart, data([group("running", 0)])),
      isBlank(chart, data([{ ...group("running", 0), value: null }])),
    ]).toEqual([true, true, false, false, true]);
  });
});

describe("what was left out", () => {
  it("is told by how many groups, parts or days there are", () => {
    const part = (key: string) => ({ key, label: key, value: 1 });
    const split = [{ ...group("a", 2), parts: [part("x"), part("y"), part(REST_KEY)] }];
    expect([
      truncationOf(data([group("a", 2), group("b", 1), group(REST_KEY, 9)])),
      truncationOf(data(split)),
      truncationOf(data([group("2026-11-01", 1), group("2026-11-02", 1)])),
    ]).toEqual([
      { what: "groups", count: 2 },
      { what: "parts", count: 2 },
      { what: "latest", count: 2 },
    ]);
  });
});
