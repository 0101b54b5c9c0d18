import { describe, expect, it } from "vitest";
import { type Dot, inkBox, thickness } from "./ink";

const dot = (x: number, at: number, pressure = 0.5): Dot => ({ x, y: 0, at, pressure });

describe("ink", () => {
  it("thins out where the hand is quick and where the pen is light, and never jumps", () => {
    const slow = thickness(dot(0, 0), dot(1, 10), 5);
    const quick = thickness(dot(0, 0), dot(60, 10), 5);
    const light = thickness(dot(0, 0), dot(1, 10, 0.1), 5);
    expect(quick).toBeLessThan(slow);
    expect(light).toBeLessThan(slow);
    expect(Math.abs(quick - 5)).toBeLessThan(1.5);
  });

  it("is cut out of the emptiness around it, and nothing is no picture", () => {
    const data = new Uint8ClampedArray(4 * 5 * 4);
    const picture = { data, width: 5, height: 4 };
    expect(inkBox(picture)).toBeNull();
    for (const at of [1 * 5 + 2, 2 * 5 + 3]) data[at * 4 + 3] = 255;
    expect(inkBox(picture)).toEqual({ left: 2, top: 1, right: 4, bottom: 3 });
  });
});
