import { describe, expect, it } from "vitest";
import type { NumberFormat } from "@/model/report";
import { formatOf } from "@/ui/format";
import { type NumberLook, numberText, unitWord } from "./number_text";

const zh = formatOf("zh");
const en = formatOf("en");
const PLAIN: NumberLook = { kind: "number", currency: "CNY", suffix: "kg", decimals: 2 };
const MONEY: NumberLook = { kind: "money", currency: "USD", suffix: "", decimals: 2 };
const SHARE: NumberLook = { kind: "percent", currency: "CNY", suffix: "", decimals: 1 };

type Row = [value: number, look: NumberLook, own: NumberFormat | null, zh: string, en: string];

const WHOLE: readonly Row[] = [
  [1_234_567.891, PLAIN, null, "1,234,567.89 kg", "1,234,567.89 kg"],
  [1234.5, MONEY, null, "$1,234.5", "$1,234.5"],
  [12.34, SHARE, null, "12.3%", "12.3%"],
  [1234.5, PLAIN, { decimals: 3 }, "1,234.500 kg", "1,234.500 kg"],
  [1234.5, PLAIN, { decimals: 0 }, "1,235 kg", "1,235 kg"],
  [1234.5, MONEY, { decimals: 2 }, "$1,234.50", "$1,234.50"],
  [1234.5, PLAIN, { thousands: false }, "1234.5 kg", "1234.5 kg"],
  [1234.5, MONEY, { thousands: false }, "$1234.5", "$1234.5"],
  [123_456, PLAIN, { large: "short" }, "12.35万 kg", "123.46K kg"],
  [-123_456, MONEY, { large: "short", decimals: 1 }, "-$12.3万", "-$123.5K"],
  [9_999, PLAIN, { large: "short" }, "9,999 kg", "9,999 kg"],
  [0.1234, PLAIN, { percent: true, suffix: "" }, "12.34%", "12.34%"],
  [0.5, { ...PLAIN, decimals: 0 }, { percent: true, decimals: 1, suffix: "" }, "50.0%", "50.0%"],
  [12.34, SHARE, { percent: true }, "12.3%", "12.3%"],
  [1234, MONEY, { prefix: "¥" }, "¥1,234", "¥1,234"],
  [-1234, MONEY, { prefix: "¥" }, "-¥1,234", "-¥1,234"],
  [1234, MONEY, { prefix: "", suffix: "元" }, "1,234 元", "1,234 元"],
  [1234, PLAIN, { prefix: "≈" }, "≈1,234 kg", "≈1,234 kg"],
  [1234, PLAIN, { suffix: "" }, "1,234", "1,234"],
];

const LITTLE: readonly Row[] = [
  [9_999.5, PLAIN, null, "9,999.5 kg", "9,999.5 kg"],
  [123_456.5, PLAIN, null, "12.35万 kg", "123.46K kg"],
  [123_456_789, MONEY, null, "$1.23亿", "$123.46M"],
  [9_876_543_210, PLAIN, { suffix: "" }, "98.77亿", "9.88B"],
  [123_456.5, PLAIN, { large: "whole" }, "123,456.5 kg", "123,456.5 kg"],
  [123_456.5, PLAIN, { decimals: 0 }, "12万 kg", "123K kg"],
  [123_456.5, MONEY, { prefix: "¥" }, "¥12.35万", "¥123.46K"],
];

const TICKS: readonly Row[] = [
  [0.5, PLAIN, { decimals: 0 }, "0.5 kg", "0.5 kg"],
  [2, PLAIN, { decimals: 2 }, "2 kg", "2 kg"],
  [50_000, PLAIN, { decimals: 2 }, "5万 kg", "50K kg"],
  [0.05, { ...PLAIN, decimals: 0, suffix: "" }, { percent: true }, "5%", "5%"],
];

describe("a number of a tile", () => {
  it.each([
    ["with room", "room", WHOLE],
    ["with little room", "little", LITTLE],
    ["on an axis", "tick", TICKS],
  ] as const)("%s reads as its field says, or as its maker wants, in both languages", (_, place, rows) => {
    for (const [value, look, own, chinese, english] of rows) {
      const said = [zh, en].map((format) => numberText(value, { ...look, own }, place, format));
      expect([value, own, ...said]).toEqual([value, own, chinese, english]);
    }
  });

  it("has its unit at the head of a column", () => {
    const heads = [PLAIN, MONEY, SHARE].map((look) => unitWord(look));
    expect(heads).toEqual(["kg", "USD", "%"]);
    const own = [{ prefix: "¥" }, { prefix: "", suffix: "元" }, { percent: true }].map((one) =>
      unitWord({ ...MONEY, own: one }),
    );
    expect(own).toEqual(["¥", "元", "%"]);
  });
});
