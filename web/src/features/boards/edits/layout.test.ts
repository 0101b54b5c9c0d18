import { describe, expect, it } from "vitest";
import type { Tile } from "@/model/report";
import { tileType } from "@/tiles/table";
import { readingOrder } from "../view/board_look";
import { cellAt, closed, freePlace, nudged, opened, putBefore, resized } from "./layout";

const at = (id: string, x: number, y: number, w: number, h: number): Tile => ({
  id,
  title: id,
  x,
  y,
  w,
  h,
  chart: tileType("bar").chart("f"),
});

/** a and b side by side, c below both. */
const tiles = [at("a", 0, 0, 6, 4), at("b", 6, 0, 6, 4), at("c", 0, 4, 12, 3)];

describe("moving by keyboard", () => {
  it("goes down past the next tile, which moves up", () => {
    expect(nudged(tiles, "a", 0, 1)).toContainEqual({ id: "a", x: 0, y: 7, w: 6, h: 4 });
  });

  it("ends at the edges", () => {
    expect([nudged(tiles, "a", -1, 0), nudged(tiles, "a", 0, -1), nudged(tiles, "b", 1, 0)]).toEqual([[], [], []]);
  });
});

describe("moving in the outline", () => {
  const stands = (id: string, before: string | null) => {
    const places = new Map(putBefore(tiles, id, before).map((place) => [place.id, place]));
    return readingOrder(tiles.map((tile) => ({ ...tile, ...places.get(tile.id) }))).map((tile) => tile.id);
  };

  it.each([
    ["c", "a", ["c", "a", "b"]],
    ["a", null, ["b", "c", "a"]],
    ["a", "c", ["b", "a", "c"]],
    ["b", "b", ["a", "b", "c"]],
  ])("%s comes before %s", (id, before, order) => {
    expect(stands(id, before)).toEqual(order);
  });
});

describe("resizing", () => {
  it("pushes what is in the way", () => {
    expect(resized(tiles, "a", 8, 4)).toContainEqual({ id: "b", x: 6, y: 4, w: 6, h: 4 });
  });

  it("stays between the least a kind needs and the grid", () => {
    expect(resized(tiles, "a", 1, 1)).toContainEqual({ id: "a", x: 0, y: 0, w: 3, h: 3 });
    expect(resized(tiles, "b", 99, 99)).toContainEqual({ id: "b", x: 6, y: 0, w: 6, h: 24 });
  });
});

describe("a new tile", () => {
  it("takes the first gap it fits", () => {
    expect(freePlace([at("a", 0, 0, 6, 4)], { w: 6, h: 2 })).toEqual({ x: 6, y: 0 });
    expect(freePlace(tiles, { w: 3, h: 2 })).toEqual({ x: 0, y: 7 });
    expect(freePlace([], { w: 3, h: 2 })).toEqual({ x: 0, y: 0 });
  });

  it("dropped between others makes room", () => {
    const places = opened(tiles, at("new", 0, 0, 6, 2));
    expect(places).toContainEqual({ id: "new", x: 0, y: 0, w: 6, h: 2 });
    expect(places).toContainEqual({ id: "a", x: 0, y: 2, w: 6, h: 4 });
  });

  it("lands in the cell under the pointer, inside the grid", () => {
    expect([cellAt(0, 0, 1184, 3), cellAt(605, 75, 1184, 3), cellAt(1180, -20, 1184, 6)]).toEqual([
      { x: 0, y: 0 },
      { x: 6, y: 1 },
      { x: 6, y: 0 },
    ]);
  });
});

describe("a tile that is gone", () => {
  it("leaves no gap", () => {
    expect(closed([at("c", 0, 4, 12, 3)])).toEqual([{ id: "c", x: 0, y: 0, w: 12, h: 3 }]);
  });
});
