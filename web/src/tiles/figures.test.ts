import { describe, expect, it } from "vitest";
import type { TileData } from "@/api/boards";
import type { FormDefinition } from "@/model/form";
import type { GroupChart } from "@/model/report";
import type { ColumnWords } from "@/ui/column_words";
import type { Format } from "@/ui/format";
import { groupFigures, tableFigures } from "./figures";
import type { Reading } from "./reading";
import type { Unit } from "./unit";

const format = { dateTime: (at: number) => `at ${at}` } as Format;
const unit: Unit = { format: "number", currency: "CNY", suffix: "", decimals: 0 };
const words = { dimension: "Workshop", measure: "Orders", whole: "Total", before: "Before", unit: "" };
const bar: GroupChart = { kind: "bar", form: "f", dimension: { column: "department" }, measure: { kind: "count" } };

const data = (more: Partial<TileData> = {}): TileData => ({
  kind: "bar",
  groups: [],
  total: 3,
  count: 3,
  format: "number",
  as_of: 0,
  truncated: false,
  ...more,
});

const reading = (label: string, value: number | null, parts: [string, number][] = []): Reading => ({
  key: label,
  label,
  tick: label,
  color: null,
  value,
  count: 0,
  parts: new Map(parts),
  isRest: false,
});

const source = { chart: bar, data: data(), readings: [], splits: [], unit, besides: [], format, words };

describe("the figures of a chart", () => {
  it("are exact numbers by group and part, with the whole below; what is missing is empty", () => {
    const splits = [{ key: "x", label: "X", color: null, isRest: false }];
    const readings = [reading("Paint", 2.5, [["x", 0.1 + 0.2]]), reading("Press", null)];
    expect(groupFigures({ ...source, readings, splits })).toEqual({
      columns: ["Workshop", "X", "Orders"],
      rows: [
        [{ text: "Paint" }, { number: "0.3" }, { number: "2.5" }],
        [{ text: "Press" }, null, null],
        [{ text: "Total" }, null, { number: "3" }],
      ],
    });
  });

  it("have what is said besides behind them, in its own unit", () => {
    const its = { unit: { ...unit, format: "duration" as const }, total: 7_200_000, values: [3_600_000, null] };
    const besides = [{ ...its, label: "Duration", head: "Duration (hours)" }];
    const readings = [reading("Paint", 2), reading("Press", 1)];
    expect(groupFigures({ ...source, readings, besides })).toEqual({
      columns: ["Workshop", "Orders", "Duration (hours)"],
      rows: [
        [{ text: "Paint" }, { number: "2" }, { number: "1" }],
        [{ text: "Press" }, { number: "1" }, null],
        [{ text: "Total" }, { number: "3" }, { number: "2" }],
      ],
    });
  });

  it("of a share are in percent where their maker wants it", () => {
    const percent = { ...unit, own: { percent: true } };
    expect(groupFigures({ ...source, unit: percent, data: data({ total: 0.125 }) }).rows).toEqual([
      [{ text: "Total" }, { number: "12.5" }],
    ]);
  });

  it("of spans are hours, and say so; moments stay words", () => {
    const spans = { ...source, unit: { ...unit, format: "duration" as const }, words: { ...words, unit: "hours" } };
    expect(groupFigures({ ...spans, data: data({ total: 5_400_000 }) })).toEqual({
      columns: ["Workshop", "Orders (hours)"],
      rows: [[{ text: "Total" }, { number: "1.5" }]],
    });
    const moments = { ...source, unit: { ...unit, format: "datetime" as const } };
    expect(groupFigures(moments).rows).toEqual([[{ text: "Total" }, { text: "at 3" }]]);
  });

  it("of a number are itself, and that of the period before where they are compared", () => {
    expect(groupFigures({ ...source, chart: { ...bar, kind: "number" } }).rows).toEqual([[{ number: "3" }]]);
    const change = { ...source, chart: { ...bar, kind: "number_change" as const }, data: data({ previous: 2 }) };
    expect(groupFigures(change)).toEqual({
      columns: ["Orders", "Before"],
      rows: [[{ number: "3" }, { number: "2" }]],
    });
  });
});

describe("the figures of a table", () => {
  it("are its orders: numbers as numbers, everything else as it reads", () => {
    const fields = [{ id: "cost", label: "Cost", control: { kind: "money" } }] as unknown as FormDefinition["fields"];
    const said = { label: (column) => JSON.stringify(column), text: (_, value) => String(value ?? "") } as ColumnWords;
    const rows = [{ id: "1", rev: 1, state: "running" as const, values: { "field:cost": "12.50", title: "Pump" } }];
    const chart = {
      kind: "table" as const,
      form: "f",
      columns: ["title" as const, { field: "cost" }, "node" as const],
    };
    expect(tableFigures(chart, data({ rows }), { fields, sections: [] }, said).rows).toEqual([
      [{ text: "Pump" }, { number: "12.50" }, null],
    ]);
  });
});
