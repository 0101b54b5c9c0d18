import { describe, expect, it } from "vitest";
import { signTo, type Window, wayIntoView } from "./canvas_window";

const window: Window = { x: 100, y: 0, zoom: 0.5, width: 800, height: 600 };
const box = (x: number, y: number) => ({ x, y, width: 200, height: 80 });

describe("a step and the window", () => {
  it.each([
    ["in view", box(400, 400), { x: 0, y: 0 }],
    ["below", box(400, 1300), { x: 0, y: -130 }],
    ["left of it and above", box(-400, -100), { x: 140, y: 90 }],
    ["half over the edge", box(400, 1160), { x: 0, y: -60 }],
  ])("%s", (_where, at, way) => {
    expect(wayIntoView(at, window)).toEqual(way);
  });

  it("shows the beginning of what has no room", () => {
    expect(wayIntoView({ x: 0, y: 0, width: 4_000, height: 80 }, window).x).toBe(-60);
  });

  it.each([
    ["nothing while a corner is in view", box(400, 1190), null],
    ["down", box(400, 1600), { x: 350, y: 576, turn: 90 }],
    ["right", box(2_000, 400), { x: 776, y: 220, turn: 0 }],
    ["up", box(400, -900), { x: 350, y: 24, turn: -90 }],
  ])("points %s", (_where, at, sign) => {
    expect(signTo(at, window)).toEqual(sign);
  });
});
