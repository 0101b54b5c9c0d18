import { describe, expect, it } from "vitest";
import { isAsSeen, isNear, wanted } from "./page";

describe("the pages of a long list", () => {
  it("are wanted where the view is, and a little around it", () => {
    expect(wanted({ first: 0, last: 30 }, 800)).toEqual([0]);
    expect(wanted({ first: 110, last: 150 }, 800)).toEqual([0, 1]);
    expect(wanted({ first: 300, last: 330 }, 800)).toEqual([1]);
    expect(wanted({ first: 205, last: 235 }, 800)).toEqual([0, 1]);
  });

  it("far away are wanted without those before them", () => {
    expect(wanted({ first: 99_970, last: 99_999 }, 100_000)).toEqual([499]);
  });

  it("end where the list does, which begins with the first", () => {
    expect(wanted({ first: 9_000, last: 9_030 }, 401)).toEqual([2]);
    expect(wanted({ first: 0, last: 30 }, 0)).toEqual([0]);
  });

  it("are used only while their rows stand where they are seen", () => {
    const [a, b, c] = [{ id: "a" }, { id: "b" }, { id: "c" }];
    expect(isAsSeen([a, b, c], [a, undefined, c])).toBe(true);
    expect(isAsSeen([b, a, c], [a, undefined, c])).toBe(false);
    expect(isAsSeen([a, b], [a, undefined, undefined])).toBe(false);
  });

  it("a turned wheel stays near, a dragged scrollbar does not", () => {
    expect(isNear({ first: 150, last: 180 }, { first: 230, last: 260 })).toBe(true);
    expect(isNear({ first: 0, last: 30 }, { first: 52_000, last: 52_030 })).toBe(false);
  });
});
