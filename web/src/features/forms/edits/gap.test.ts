import { describe, expect, it } from "vitest";
import { type Box, gapIn } from "./gap";

const frame: Box = { left: 0, top: 0, width: 600, height: 400 };
const boxes: Box[] = [
  { left: 0, top: 20, width: 290, height: 60 },
  { left: 310, top: 20, width: 290, height: 60 },
  { left: 0, top: 100, width: 600, height: 80 },
];

describe("the gap under the pointer", () => {
  it.each([
    ["left half of the first", 100, 50, 0, "upright"],
    ["right half of the first", 200, 50, 1, "upright"],
    ["right half of the second", 580, 50, 2, "upright"],
    ["above everything", 300, 0, 0, "flat"],
    ["upper half of the full-width one", 300, 110, 2, "flat"],
    ["lower half of the full-width one", 300, 170, 3, "flat"],
    ["far below", 300, 900, 3, "flat"],
  ])("%s", (_where, x, y, at, way) => {
    const gap = gapIn(boxes, frame, x, y);
    expect([gap.at, gap.line.height > 0 ? "upright" : "flat"]).toEqual([at, way]);
  });

  it("is the beginning of an empty section", () => {
    expect(gapIn([], frame, 10, 300).at).toBe(0);
  });
});
