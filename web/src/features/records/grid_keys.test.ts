import { describe, expect, it } from "vitest";
import { step } from "./grid_keys";

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
});
