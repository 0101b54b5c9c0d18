import { describe, expect, it } from "vitest";
import { isFlat } from "./bars";

const labels = (...ticks: string[]) =>
  ticks.map((tick) => ({
    key: tick,
    label: tick,
    tick,
    color: null,
    value: 1,
    count: 1,
    parts: new Map<string, number>(),
    isRest: false,
  }));

const departments = labels("维修一部", "维修二部", "注塑车间", "装配车间");

describe("bars", () => {
  it("lie down where their names would not fit below them", () => {
    const at = (width: number) => isFlat({ readings: departments, isTime: false, width });
    expect([at(600), at(220)]).toEqual([false, true]);
  });

  it("stand while their width is not known, over time, and when they are too many", () => {
    const many = labels(...Array.from({ length: 20 }, (_, i) => `部门 ${i}`));
    expect([
      isFlat({ readings: departments, isTime: false, width: 0 }),
      isFlat({ readings: departments, isTime: true, width: 100 }),
      isFlat({ readings: many, isTime: false, width: 300 }),
    ]).toEqual([false, false, false]);
  });
});
