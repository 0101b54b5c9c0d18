import { describe, expect, it } from "vitest";
import type { FormDefinition } from "@/model/form";
import type { Chart, Measure } from "@/model/report";
import { formatOf } from "@/ui/format";
import { amountText, changeOf, scaleOf, shortText, type Unit, unitOf } from "./unit";

const zh = formatOf("zh");
const en = formatOf("en");
const plain: Unit = { format: "number", currency: "CNY", suffix: "", decimals: 2 };
const HOUR_MS = 3_600_000;

const form: FormDefinition = {
  sections: [],
  fields: [
    {
      id: "cost",
      label: "Cost",
      control: { kind: "money", min: null, max: null, decimals: 2, currency: "USD" },
    },
    {
      id: "weight",
      label: "Weight",
      control: { kind: "number", min: null, max: null, decimals: 1, unit: "kg", thousands: false },
    },
  ],
};

const chart = (measure: Measure): Chart => ({ kind: "number", form: "f", measure });

describe("amounts", () => {
  it("read whole in tables and short on axes, in both languages", () => {
    expect([
      amountText(123_456.5, plain, zh),
      shortText(123_456.5, plain, zh),
      shortText(123_456.5, plain, en),
    ]).toEqual(["123,456.5", "12.35万", "123.46K"]);
    expect([shortText(9_999, plain, zh), shortText(-12_000, plain, en)]).toEqual(["9,999", "-12K"]);
  });

  it("are nothing where there was nothing to fold", () => {
    expect([amountText(null, plain, zh), shortText(undefined, plain, en)]).toEqual(["—", "—"]);
  });

  it("carry the currency or the unit of their field", () => {
    const money = unitOf(chart({ kind: "sum", column: { field: "cost" } }), "money", form);
    expect(amountText(1234.5, money, en)).toBe("$1,234.5");
    const weight = unitOf(chart({ kind: "mean", column: { field: "weight" } }), "number", form);
    expect(amountText(2.346, weight, zh)).toBe("2.35 kg");
    expect([shortText(9_999, weight, zh), shortText(12_300, weight, zh), shortText(12_300, weight, en)]).toEqual([
      "9,999 kg",
      "1.23万 kg",
      "12.3K kg",
    ]);
    expect(amountText(3, unitOf(chart({ kind: "count" }), "number", form), zh)).toBe("3");
  });

  it("of time and of percent say so", () => {
    expect(amountText(26 * HOUR_MS, { ...plain, format: "duration" }, zh)).toBe("1天 2小时");
    expect(amountText(12.345, { ...plain, format: "percent" }, en)).toBe("12.35%");
  });
});

describe("an axis", () => {
  it("of time counts in the largest unit that fits twice", () => {
    const of = (max: number) => scaleOf(max, { ...plain, format: "duration" }, en);
    expect([of(50 * HOUR_MS).divisor, of(5 * HOUR_MS).divisor, of(HOUR_MS).divisor]).toEqual([
      24 * HOUR_MS,
      HOUR_MS,
      60_000,
    ]);
    expect(of(5 * HOUR_MS).tick(2.5)).toBe("2.5 hr");
  });

  it("of anything else is not scaled", () => {
    expect(scaleOf(50_000, plain, zh).tick(50_000)).toBe("5万");
  });
});

describe("change", () => {
  it("is in percent of what was before, and nothing beside nothing", () => {
    expect([changeOf(12, 10), changeOf(5, 10), changeOf(-5, -10), changeOf(5, 0), changeOf(null, 3)]).toEqual([
      20,
      -50,
      50,
      null,
      null,
    ]);
  });
});
