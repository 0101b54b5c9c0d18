import { describe, expect, it } from "vitest";
import { areaOf, touches } from "./marquee";

describe("a frame drawn by hand", () => {
  it("is the same from whichever corner it began", () => {
    const area = { left: 10, top: 20, width: 30, height: 40 };
    expect(areaOf({ x: 10, y: 20 }, { x: 40, y: 60 })).toEqual(area);
    expect(areaOf({ x: 40, y: 20 }, { x: 10, y: 60 })).toEqual(area);
  });

  it.each([
    ["a corner", { left: 35, top: 55, width: 50, height: 50 }, true],
    ["something inside", { left: 15, top: 25, width: 1, height: 1 }, true],
    ["something around it", { left: 0, top: 0, width: 100, height: 100 }, true],
    ["a neighbour", { left: 40, top: 20, width: 10, height: 10 }, false],
    ["something below", { left: 10, top: 61, width: 10, height: 10 }, false],
  ])("meets %s: %#", (_, thing, isMet) => {
    expect(touches(areaOf({ x: 10, y: 20 }, { x: 40, y: 60 }), thing)).toBe(isMet);
  });
});
