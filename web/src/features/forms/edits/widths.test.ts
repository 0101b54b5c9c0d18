import { describe, expect, it } from "vitest";
import { fraction, widthAt, widthByKey } from "./widths";

describe("widths in twelfths", () => {
  it("read as fractions of the row", () => {
    const read = Array.from({ length: 12 }, (_, at) => fraction(at + 1));
    expect(read.join(" ")).toBe("1/12 1/6 1/4 1/3 5/12 1/2 7/12 2/3 3/4 5/6 11/12 1/1");
  });

  it.each([
    [2.3, 3],
    [3.4, 3],
    [4.7, 4],
    [5.3, 6],
    [6.7, 6],
    [11.3, 12],
    [14, 12],
  ])("are drawn from %d to the quarter, third, half or whole nearby, %d", (at, width) => {
    expect(widthAt(at)).toBe(width);
  });

  it("leave every twelfth in reach of the hand", () => {
    const reached = new Set(Array.from({ length: 1_300 }, (_, at) => widthAt(at / 100)));
    expect([...reached].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it.each([
    ["ArrowLeft", 6, 5],
    ["ArrowLeft", 1, 1],
    ["ArrowRight", 12, 12],
    ["PageUp", 4, 6],
    ["PageUp", 12, 12],
    ["PageDown", 12, 6],
    ["PageDown", 3, 3],
    ["Home", 6, 1],
    ["End", 6, 12],
    ["Tab", 6, null],
  ])("by the key %s go from %d to %j", (key, from, to) => {
    expect(widthByKey(from, key)).toBe(to);
  });
});
