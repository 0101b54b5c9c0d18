import { describe, expect, it } from "vitest";
import { cellAt, filledDown, filledTo } from "./fill_handle";

const box = { top: 2, bottom: 3, left: 1, right: 1 };

describe("the fill handle", () => {
  it("goes down or to the right, whichever is farther", () => {
    expect([
      filledTo(box, { row: 9, column: 2 }),
      filledTo(box, { row: 4, column: 5 }),
      filledTo(box, { row: 2, column: 0 }),
    ]).toEqual([{ ...box, bottom: 9 }, { ...box, right: 5 }, null]);
  });

  it("by key, fills from the first line, or from the one above", () => {
    expect(filledDown(box)).toEqual({ source: { ...box, bottom: 2 }, over: box });
    expect(filledDown({ ...box, top: 3 })).toEqual({ source: { ...box, top: 2, bottom: 2 }, over: { ...box, top: 2 } });
    expect(filledDown({ ...box, top: 0, bottom: 0 })).toBeNull();
  });

  it("knows the cell under the pointer", () => {
    document.body.innerHTML = '<div role="gridcell" id="cell-12-3"><b>x</b></div><i>y</i>';
    expect([cellAt(document.querySelector("b")), cellAt(document.querySelector("i")), cellAt(null)]).toEqual([
      { row: 12, column: 3 },
      null,
      null,
    ]);
  });
});
