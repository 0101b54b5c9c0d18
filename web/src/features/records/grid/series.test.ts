import { describe, expect, it } from "vitest";
import type { Control } from "@/model/form";
import type { Value } from "@/model/value";
import { drawnOver, seriesOf } from "./series";

const number: Control = { kind: "number", min: null, max: null, decimals: 2, unit: "", thousands: false };
const text: Control = { kind: "text", max_chars: 50, placeholder: "", format: "any" };
const date = { kind: "date" } as Control;
const datetime = { kind: "datetime" } as Control;
const on = (values: Value[], control: Control, guess = false) => {
  const next = seriesOf(values, control, guess);
  return next && [next(1), next(2)];
};

describe("a series", () => {
  it("of numbers goes on by what lies between them, without the dust of fractions", () => {
    expect(on(["1", "2"], number)).toEqual(["3", "4"]);
    expect(on(["0.1", "0.2"], number)).toEqual(["0.3", "0.4"]);
    expect(on(["1", "-0.5"], number)).toEqual(["-2.0", "-3.5"]);
    expect(on(["1", "2", "4"], number)).toBeNull();
    expect(on(["5", "5"], number)).toBeNull();
    expect(on(["5", null as Value], number)).toBeNull();
  });

  it("of days goes on by days, and by months where the day is the same", () => {
    expect(on(["2026-02-27", "2026-02-28"], date)).toEqual(["2026-03-01", "2026-03-02"]);
    expect(on(["2026-10-15", "2026-11-15"], date)).toEqual(["2026-12-15", "2027-01-15"]);
    expect(on(["2026-02-27", ""], date)).toBeNull();
    expect(on([1_000, 61_000], datetime)).toEqual([121_000, 181_000]);
  });

  it("of texts counts their last number and keeps its zeros", () => {
    expect(on(["Item 1", "Item 2"], text)).toEqual(["Item 3", "Item 4"]);
    expect(on(["A-008号", "A-009号"], text)).toEqual(["A-010号", "A-011号"]);
    expect(on(["B2-2", "B2-1"], text)).toEqual(["B2-0", "B2-1"]);
    expect(on(["Item 1", "Other 2"], text)).toBeNull();
    expect(on(["pump", "valve"], text)).toBeNull();
  });

  it("of one value is only a guess, by one", () => {
    expect(on(["Item 1"], text)).toBeNull();
    expect([on(["Item 1"], text, true), on(["7"], number, true), on(["2026-12-31"], date, true)]).toEqual([
      ["Item 2", "Item 3"],
      ["8", "9"],
      ["2027-01-01", "2027-01-02"],
    ]);
    expect(on(["x"], { kind: "select", options: [] } as unknown as Control, true)).toBeNull();
  });
});

describe("what the handle is drawn over", () => {
  const wish = (key: string, value: Value) => ({ text: String(value), from: { key, value } });
  const block = [
    [wish("n", "1"), wish("t", "a")],
    [wish("n", "2"), wish("t", "b")],
  ];
  const strips = [
    { control: number, text: String },
    { control: text, text: String },
  ];
  const texts = (rows: number, isOther: boolean, columns = 2) =>
    drawnOver(block, { rows, columns }, strips, isOther).map((line) => line.map((one) => one.text).join(" "));

  it("goes on with what is a series and repeats the rest, or the other way with a key", () => {
    expect(texts(5, false)).toEqual(["1 a", "2 b", "3 a", "4 b", "5 a"]);
    expect(texts(5, true)).toEqual(["1 a", "2 b", "1 a", "2 b", "1 a"]);
  });

  it("to the right repeats: other columns hold other things", () => {
    expect(texts(2, false, 4)).toEqual(["1 a 1 a", "2 b 2 b"]);
  });
});
