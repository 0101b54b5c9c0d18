import { expect, it } from "vitest";
import type { Notice } from "@/api/notices";
import { byDay } from "./days";

it("notices of one day stand together, in the order they came", () => {
  const notice = (id: string, at: number) => ({ id, at }) as Notice;
  const days = byDay([notice("c", 25), notice("b", 22), notice("a", 3)], (at) => `day ${Math.floor(at / 10)}`);
  expect(days.map(({ day, notices }) => [day, notices.map(({ id }) => id)])).toEqual([
    ["day 2", ["c", "b"]],
    ["day 0", ["a"]],
  ]);
});
