import { describe, expect, it } from "vitest";
import { checkDecimal, compareDecimals, isBelowZero, showDecimal, signTurned } from "./decimal_text";

describe("decimal text", () => {
  it.each([
    ["0.1", "0.10", 0],
    ["-2", "1", -1],
    ["-2", "-10", 1],
    ["9007199254740993", "9007199254740992", 1],
    ["0.30000000000000004", "0.3", 1],
    ["-0", "0", 0],
  ])("compares %s with %s", (left, right, expected) => {
    expect(compareDecimals(left, right)).toBe(expected);
  });

  it("turns its sign, where it may be negative at all", () => {
    expect(["5", "-5.5", "+1", null, ""].map((text) => signTurned(text))).toEqual(["-5", "5.5", "-1", null, ""]);
    expect([null, "-3", "0", "1"].map(isBelowZero)).toEqual([true, true, false, false]);
  });

  it("knows what is no number", () => {
    expect(["", "-", ".", "1e3", "1,000", "abc"].map((text) => compareDecimals(text, "1"))).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });

  it("shows at least its decimals and hides none that are there", () => {
    expect([
      showDecimal("1234567.5", 2, true),
      showDecimal("-999", 0, true),
      showDecimal("0.125", 2, true),
      showDecimal("1234", 0, false),
      showDecimal("x", 2, true),
    ]).toEqual(["1,234,567.50", "-999", "0.125", "1234", "x"]);
  });

  it("says everything that is wrong at once", () => {
    const codes = (text: string) =>
      checkDecimal(text, { min: "-5", max: "100.5", decimals: 2 }, "a").map((p) => p.code);
    expect([codes("100.5"), codes("-5.00"), codes("100.501"), codes("-6"), codes("x")]).toEqual([
      [],
      [],
      ["too_many_decimals", "too_large"],
      ["too_small"],
      ["wrong_type"],
    ]);
  });
});
