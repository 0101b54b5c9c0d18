import { describe, expect, it } from "vitest";
import { boxOf, chosenIn, only, sizeOf, step, tabStep } from "./grid_keys";

const size = { rows: 1_000, columns: 5, page: 20 };
const press = (key: string, ctrlKey = false) => step({ row: 10, column: 2 }, { key, ctrlKey, metaKey: false }, size);

describe("keys of the grid", () => {
  it("walk cell by cell, page by page", () => {
    expect(press("ArrowDown")).toEqual({ row: 11, column: 2 });
    expect(press("PageUp")).toEqual({ row: 0, column: 2 });
    expect(press("End")).toEqual({ row: 10, column: 4 });
  });

  it("with Ctrl they go to the edge", () => {
    expect(press("End", true)).toEqual({ row: 999, column: 4 });
    expect(press("Home", true)).toEqual({ row: 0, column: 0 });
    expect(press("ArrowLeft", true)).toEqual({ row: 10, column: 0 });
  });

  it("stay inside, and leave other keys alone", () => {
    expect(step({ row: 999, column: 4 }, { key: "ArrowDown", ctrlKey: false, metaKey: false }, size)).toEqual({
      row: 999,
      column: 4,
    });
    expect(press("x")).toBeNull();
  });

  it("choose a rectangle, in whichever direction it was drawn", () => {
    const choice = { from: { row: 5, column: 3 }, to: { row: 2, column: 1 } };
    expect([1, 2, 5, 6].map((row) => chosenIn(choice, row))).toEqual([null, [1, 3], [1, 3], null]);
    expect(chosenIn(only({ row: 0, column: 4 }), 0)).toEqual([4, 4]);
  });

  it("know their four edges", () => {
    const box = boxOf({ from: { row: 5, column: 3 }, to: { row: 2, column: 1 } });
    expect([box, sizeOf(box)]).toEqual([{ top: 2, bottom: 5, left: 1, right: 3 }, 12]);
  });

  it("Tab goes on in the next line, and out of the grid at its ends", () => {
    const walk = (row: number, column: number, isBack = false) => tabStep({ row, column }, isBack, size);
    expect([walk(0, 4), walk(1, 0, true), walk(0, 0, true), walk(999, 4)]).toEqual([
      { row: 1, column: 0 },
      { row: 0, column: 4 },
      null,
      null,
    ]);
  });
});
