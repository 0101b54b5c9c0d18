import { describe, expect, it } from "vitest";
import { begin, edit, type History, redo, undo } from "@/model/edit/history";
import type { Tile } from "@/model/report";
import { TILE_KINDS, tileType } from "@/tiles/table";
import { applyBoard, type BoardChange, type BoardDoc } from "./change";
import { closed, freePlace, nudged, opened, resized } from "./layout";

/** The same numbers for the same seed: a failing run can be run again. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

function tileOf(id: string, tiles: readonly Tile[], any: (below: number) => number): Tile {
  const type = tileType(TILE_KINDS[any(TILE_KINDS.length)] ?? "bar");
  return { id, title: id, ...freePlace(tiles, type.size), ...type.size, chart: type.chart("f") };
}

/** Whatever a person might do next. */
function anyChanges({ definition: { tiles } }: BoardDoc, step: number, any: (below: number) => number): BoardChange[] {
  const tile = tiles[any(Math.max(1, tiles.length))];
  const fresh = (): BoardChange[] => {
    const made = tileOf(`t${step}`, tiles, any);
    const there = { ...made, x: any(13 - made.w), y: any(12) };
    const places = opened(tiles, there);
    const own = places.find(({ id }) => id === there.id) ?? there;
    return [
      { kind: "insert", tile: { ...there, ...own }, at: any(tiles.length + 1) },
      { kind: "places", places },
    ];
  };
  if (!tile) return fresh();
  const { id } = tile;
  const choices: (() => BoardChange[])[] = [
    fresh,
    () => [{ kind: "phone", phone: step % 3 ? [{ id, hidden: step % 2 === 0 }] : null }],
    () => [
      { kind: "become", doc: { name: `v${step}`, definition: { tiles: tiles.slice(1), filters: [] }, restored: step } },
    ],
    () => [
      { kind: "remove", id },
      { kind: "places", places: closed(tiles.filter((one) => one !== tile)) },
    ],
    () => [{ kind: "title", id, title: `title ${step}` }],
    () => [{ kind: "chart", id, chart: tileType(TILE_KINDS[any(8)] ?? "bar").chart("g") }],
    () => [{ kind: "places", places: nudged(tiles, id, any(3) - 1, any(3) - 1) }],
    () => [{ kind: "places", places: resized(tiles, id, any(13), any(9)) }],
    () => [{ kind: "filters", filters: [{ column: "title", test: { op: "contains", value: `${step}` } }] }],
    () => [{ kind: "rename", name: `board ${step}` }],
    () => [{ kind: "title", id: "gone", title: "nobody" }],
  ];
  return choices[any(choices.length)]?.() ?? [];
}

function overlaps({ definition: { tiles } }: BoardDoc): string[] {
  return tiles.flatMap((a, at) =>
    tiles
      .slice(at + 1)
      .filter((b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h)
      .map((b) => `${a.id} ${b.id}`),
  );
}

const outside = ({ definition: { tiles } }: BoardDoc): string[] =>
  tiles.filter(({ x, y, w, h }) => x < 0 || y < 0 || w < 1 || h < 1 || x + w > 12 || h > 24).map(({ id }) => id);

describe("a board's changes", () => {
  it.each([1, 7, 42, 2026, 99_991])("undo to the start and redo to the end, seed %i", (seed) => {
    const any = chance(seed);
    const start: History<BoardDoc, BoardChange> = begin({ name: "b", definition: { tiles: [], filters: [] } });
    const docs = [start.doc];
    let history = start;
    for (let step = 0; step < 60; step++) {
      history = edit(history, applyBoard, {
        name: { key: "step" },
        changes: anyChanges(history.doc, step, any),
        now: step,
      });
      expect([overlaps(history.doc), outside(history.doc)]).toEqual([[], []]);
      docs.push(history.doc);
    }
    const end = history.doc;
    for (const before of docs.slice(0, -1).reverse()) {
      history = undo(history, applyBoard);
      expect(history.doc).toEqual(before);
    }
    for (const after of docs.slice(1)) {
      history = redo(history, applyBoard);
      expect(history.doc).toEqual(after);
    }
    expect(history.doc).toEqual(end);
  });
});
