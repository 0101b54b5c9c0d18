import { describe, expect, it } from "vitest";
import { type Anchored, anchorAt, bound, choiceOf, type Ground, loose, settled } from "./anchor";

const ground = (ids: string, keys = "xyz"): Ground => ({
  rowAt: (index) => (ids[index] ? { id: ids[index] } : undefined),
  indexOf: (id) => ids.indexOf(id),
  keys: [...keys],
});
const chosen = (on: Ground, from: [number, number], to = from): Anchored => ({
  from: anchorAt({ row: from[0], column: from[1] }, on),
  to: anchorAt({ row: to[0], column: to[1] }, on),
  isOver: false,
});
const places = (held: Anchored) => {
  const choice = choiceOf(held);
  return choice && [choice.from.row, choice.from.column, choice.to.row, choice.to.column];
};

describe("what is chosen", () => {
  const abc = ground("abc");

  it("stays with its record and its column when others slide", () => {
    const held = chosen(abc, [1, 1]);
    expect(settled(held, abc)).toBe(held);
    expect(places(settled(held, ground("nabc", "zyx")))).toEqual([2, 1, 2, 1]);
    expect(places(settled(held, ground("nabc", "yxz")))).toEqual([2, 0, 2, 0]);
  });

  it("ends with its record, and no other takes its place", () => {
    const over = settled(chosen(abc, [1, 1]), ground("ac"));
    expect([places(over), settled(over, abc)]).toEqual([null, over]);
    expect(places(settled(chosen(abc, [1, 1]), ground("abc", "xz")))).toBeNull();
  });

  it("of many cells never holds a record that came between them", () => {
    const held = chosen(abc, [0, 0], [2, 1]);
    expect(places(settled(held, ground("nabc")))).toEqual([1, 0, 3, 1]);
    expect(places(settled(held, ground("anbc")))).toEqual([3, 1, 3, 1]);
    expect(places(settled(held, ground("bc")))).toEqual([1, 1, 1, 1]);
  });

  it("is tied to a record once that has come, and not before", () => {
    const held = bound(loose({ row: 3, column: 0 }), abc);
    expect(held.to.id).toBeUndefined();
    expect(bound(held, ground("abcd")).to).toEqual({ row: 3, column: 0, id: "d", key: "x" });
    const tied = chosen(abc, [1, 1]);
    expect(bound(tied, abc)).toBe(tied);
  });
});
