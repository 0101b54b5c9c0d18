import { describe, expect, it } from "vitest";
import { amountOf, spanOf, spanUnit } from "./span";

const HOUR_MS = 3_600_000;

describe("a span of time", () => {
  it("is said in the largest unit that says it whole", () => {
    expect([0, 90 * 60_000, 18 * HOUR_MS, 48 * HOUR_MS, 12_345].map((ms) => spanUnit(ms))).toEqual([
      "hour",
      "minute",
      "hour",
      "day",
      "minute",
    ]);
  });

  it("stays in the unit in which it is typed, fractions too", () => {
    expect([spanUnit(24 * HOUR_MS, "hour"), spanUnit(1.5 * HOUR_MS, "hour")]).toEqual(["hour", "hour"]);
    expect(spanUnit(60_000, "day")).toBe("minute");
  });

  it("is the same number there and back", () => {
    expect([amountOf(18 * HOUR_MS, "hour"), spanOf(18, "hour"), spanOf(1.5, "day")]).toEqual([
      18,
      18 * HOUR_MS,
      36 * HOUR_MS,
    ]);
  });
});
