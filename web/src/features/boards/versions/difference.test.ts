import { describe, expect, it } from "vitest";
import type { BoardDefinition, Tile } from "@/model/report";
import { boardDifference } from "./difference";

const tile = (id: string, more: Partial<Tile> = {}): Tile => ({
  id,
  title: id,
  x: 0,
  y: 0,
  w: 3,
  h: 2,
  chart: { kind: "number", form: "f", measure: { kind: "count" } },
  ...more,
});

const board = (tiles: Tile[], more: Partial<BoardDefinition> = {}) => ({
  name: "Board",
  definition: { tiles, ...more },
});

const NOTHING = {
  added: [],
  removed: [],
  changed: [],
  name: null,
  isLayoutNew: false,
  areTabsNew: false,
  areFiltersNew: false,
  areViewerFiltersNew: false,
  isPhoneNew: false,
};

describe("what became of a board", () => {
  it("names what came, what went and what asks something else", () => {
    const [stayed, gone, came] = [tile("stayed"), tile("gone"), tile("came")];
    const renamed = tile("stayed", { title: "Open now" });
    expect(boardDifference(board([stayed, gone]), board([came, renamed]))).toEqual({
      ...NOTHING,
      added: [came],
      removed: [gone],
      changed: [renamed],
    });
  });

  it("a chart that stands elsewhere changes the layout and nothing else", () => {
    expect(boardDifference(board([tile("a")]), board([tile("a", { x: 3, h: 4 })]))).toEqual({
      ...NOTHING,
      isLayoutNew: true,
    });
  });

  it("tabs are told, and a chart that went to another one stands elsewhere", () => {
    const tabs = [{ id: "now", name: "Now" }];
    expect(boardDifference(board([]), board([], { tabs }))).toEqual({ ...NOTHING, areTabsNew: true });
    const moved = boardDifference(board([tile("a")], { tabs }), board([tile("a", { tab: "now" })], { tabs }));
    expect(moved).toEqual({ ...NOTHING, isLayoutNew: true });
    expect(boardDifference(board([tile("a")]), board([tile("a", { tab: null })], { tabs: [] }))).toEqual(NOTHING);
  });

  it("an arrangement of its own for phones is told, and none is no difference", () => {
    const phone = [{ id: "a", hidden: true }];
    expect(boardDifference(board([tile("a")]), board([tile("a")], { phone }))).toEqual({
      ...NOTHING,
      isPhoneNew: true,
    });
    expect(boardDifference(board([]), board([], { phone: null }))).toEqual(NOTHING);
  });

  it("a name and conditions of the whole board are told by themselves", () => {
    const filters = [{ column: "state" as const, test: { op: "is" as const, value: "running" } }];
    expect(boardDifference(board([]), { ...board([], { filters }), name: "Other" })).toEqual({
      ...NOTHING,
      name: "Other",
      areFiltersNew: true,
    });
  });

  it("what viewers may filter by is told, and nothing chosen is no difference", () => {
    const state = { viewer_filters: [{ column: "state" as const }] };
    expect(boardDifference(board([]), board([], state))).toEqual({ ...NOTHING, areViewerFiltersNew: true });
    expect(boardDifference(board([]), board([], { viewer_filters: [] }))).toEqual(NOTHING);
  });

  it("what the server fills in is no difference", () => {
    const chart = { kind: "bar" as const, form: "f", measure: { kind: "count" as const } };
    const filled = { ...chart, filters: [], dimension: null, split: null, order: "natural" as const, top: 20 };
    const [written, kept] = [tile("a", { chart }), tile("a", { chart: { ...filled, target: null, color: null } })];
    expect(boardDifference(board([kept], { filters: [] }), board([written]))).toEqual(NOTHING);
  });
});
