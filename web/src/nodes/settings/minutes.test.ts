import { expect, it } from "vitest";
import { inUnit } from "./minutes";

it("says working time in the largest whole unit", () => {
  expect([1, 60, 90, 480, 960, 0].map(inUnit)).toEqual([
    { amount: 1, unit: "minute" },
    { amount: 1, unit: "hour" },
    { amount: 90, unit: "minute" },
    { amount: 1, unit: "day" },
    { amount: 2, unit: "day" },
    { amount: 0, unit: "minute" },
  ]);
});
