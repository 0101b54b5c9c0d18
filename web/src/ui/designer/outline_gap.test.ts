import { describe, expect, it } from "vitest";
import { type OutlineSpot, outlineGap } from "./outline_gap";

const row = (section: string, at: number, top: number): OutlineSpot => ({ section, at, top, height: 30 });
const rows = [row("one", -1, 0), row("one", 0, 30), row("one", 1, 60), row("two", -1, 90)];

describe("the gap in the outline", () => {
  it.each([
    ["above everything", -20, "one", 0, 30],
    ["a section's row", 20, "one", 0, 30],
    ["the upper half of a field", 35, "one", 0, 30],
    ["the lower half of a field", 55, "one", 1, 60],
    ["the last field", 85, "one", 2, 90],
    ["an empty section at the end", 400, "two", 0, 120],
  ])("%s", (_where, y, section, at, top) => {
    expect(outlineGap(rows, y)).toEqual({ place: { section, at }, top });
  });

  it("is nowhere without rows", () => {
    expect(outlineGap([], 10)).toBeNull();
  });
});
