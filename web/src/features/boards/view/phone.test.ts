import { describe, expect, it } from "vitest";
import type { PhoneTile, Tile } from "@/model/report";
import { changedOnPhone, movedOnPhone, onPhone, shownOnPhone } from "./phone";

/** On a grid of one row for each letter. */
function tiles(ids: string): Tile[] {
  return [...ids].map((id, y) => ({
    id,
    title: id,
    x: 0,
    y,
    w: 12,
    h: 1,
    chart: { kind: "number", form: "f", measure: { kind: "count" } },
  }));
}

const board = (ids: string, phone?: PhoneTile[]) => ({ tiles: tiles(ids), ...(phone && { phone }) });
const placed = (ids: string): PhoneTile[] => [...ids].map((id) => ({ id }));
const orderOf = (given: Parameters<typeof onPhone>[0]) =>
  onPhone(given)
    .map(({ tile }) => tile.id)
    .join("");

describe("a board on a phone", () => {
  it("is derived as it is read, whatever order the tiles were made in", () => {
    const [a, b, c] = tiles("abc");
    if (!a || !b || !c) throw new Error("three tiles");
    const beside = { ...b, x: 6, y: 0 };
    expect(orderOf({ tiles: [c, beside, a] })).toBe("abc");
  });

  it("stands as it was arranged", () => {
    expect(orderOf(board("abcd", placed("dbca")))).toBe("dbca");
  });

  it("puts tiles that came later behind the one they are read after", () => {
    expect(orderOf(board("xaybzc", placed("cba")))).toBe("xcbzay");
    expect(orderOf(board("axyb", placed("ba")))).toBe("baxy");
  });

  it("passes over tiles that are gone", () => {
    expect(orderOf(board("ab", placed("gba")))).toBe("ba");
  });

  it("moves to a gap, writes down everybody, and says nothing of a move that is none", () => {
    expect(movedOnPhone(board("abc"), "a", 3)).toEqual(placed("bca"));
    expect(movedOnPhone(board("abc"), "c", 0)).toEqual(placed("cab"));
    expect(movedOnPhone(board("abc"), "b", 1)).toBeNull();
    expect(movedOnPhone(board("abc"), "b", 2)).toBeNull();
    expect(movedOnPhone(board("abc"), "a", -1)).toBeNull();
    expect(movedOnPhone(board("abc"), "c", 4)).toBeNull();
  });

  it("hides one and makes another higher, each at its place", () => {
    const phone = changedOnPhone(board("abc", placed("cba")), "b", { isHidden: true });
    expect(phone).toEqual([{ id: "c" }, { id: "b", hidden: true }, { id: "a" }]);
    const higher = changedOnPhone(board("abc", phone), "a", { height: "high" });
    expect(higher).toEqual([{ id: "c" }, { id: "b", hidden: true }, { id: "a", height: "high" }]);
    expect(shownOnPhone(board("abc", higher)).map(({ tile }) => tile.id)).toEqual(["c", "a"]);
    expect(changedOnPhone(board("abc", higher), "a", { height: null })).toEqual(phone);
  });
});
