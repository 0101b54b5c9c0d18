import { describe, expect, it } from "vitest";
import type { BoardDefinition, Tile } from "@/model/report";
import { tileType } from "@/tiles/table";
import { createDesigner } from "@/ui/designer/session";
import { applyBoard, type BoardDoc } from "../edits/change";
import { boardEdits } from "../edits/edits";
import { phoneEdits } from "../edits/phone_edits";
import { tabEdits } from "../edits/tab_edits";
import { besideTab, movedTab, onTab, openTab, pagesOf, tabOf } from "./tabs";

const tile = (id: string, y: number, tab?: string): Tile => {
  return { id, title: id, ...(tab && { tab }), x: 0, y, w: 4, h: 2, chart: tileType("number").chart("f") };
};
const now = { id: "now", name: "Now" };
const later = { id: "later", name: "Later" };
const last = { id: "last", name: "Last" };
const plain: BoardDefinition = { tiles: [tile("a", 0), tile("b", 2)], filters: [] };
/** `a` stands on the first without saying so; on the second `c` stands over `d`. */
const tabbed: BoardDefinition = {
  tiles: [tile("a", 0), tile("b", 2, "now"), tile("c", 0, "later"), tile("d", 2, "later")],
  tabs: [now, later],
};

function designer(definition: BoardDefinition, open: string | null = null) {
  const start: BoardDoc = { name: "Board", definition };
  const store = createDesigner(start, applyBoard);
  const board = () => store.getState().history.doc.definition;
  return {
    tabs: tabEdits(store),
    edits: boardEdits(store, open),
    phone: phoneEdits(store, open),
    board,
    step: () => store.getState().history.past.at(-1)?.name.key,
    /** Every tab with its tiles and how far down they stand. */
    pages: () => pagesOf(board()).map(({ tab, tiles }) => [tab, tiles.map(({ id, y }) => `${id}${y}`).join(" ")]),
    undo: () => store.getState().undo(),
  };
}

describe("the tabs of a board", () => {
  it("hold their tiles; those that say nothing stand on the first", () => {
    expect(pagesOf(tabbed).map(({ tab, tiles }) => [tab, tiles.map(({ id }) => id)])).toEqual([
      ["now", ["a", "b"]],
      ["later", ["c", "d"]],
    ]);
    expect(pagesOf(plain)).toEqual([{ tab: null, name: "", tiles: plain.tiles }]);
    expect([tabOf(tabbed, tile("x", 0)), tabOf(plain, tile("x", 0))]).toEqual(["now", null]);
    expect(onTab(tabbed, "later").tiles.map(({ id }) => id)).toEqual(["c", "d"]);
  });

  it("open the one that is asked for, or the first, and are walked round", () => {
    expect([openTab(tabbed, "later"), openTab(tabbed, "gone"), openTab(plain, "now")]).toEqual(["later", "now", null]);
    expect([besideTab([now, later, last], "last", 1), besideTab([now, later, last], "now", -1)]).toEqual([
      "now",
      "last",
    ]);
    expect(movedTab([now, later, last], "last", 0)).toEqual([last, now, later]);
    expect([movedTab([now, later], "now", 1), movedTab([now, later], "now", -1)]).toEqual([null, null]);
  });
});

describe("in the designer", () => {
  it("a board of one page gets two tabs, and everything stays on the first", () => {
    const { tabs, board, pages, step, undo } = designer(plain);
    expect(tabs.add((at) => `Tab ${at}`)).toBe("tab_2");
    expect(board().tabs).toEqual([
      { id: "tab", name: "Tab 1" },
      { id: "tab_2", name: "Tab 2" },
    ]);
    expect([pages(), step()]).toEqual([
      [
        ["tab", "a0 b2"],
        ["tab_2", ""],
      ],
      "tabAdd",
    ]);
    undo();
    expect(board()).toEqual(plain);
  });

  it("a tab is renamed, and never without a name", () => {
    const { tabs, board, undo } = designer(tabbed);
    tabs.rename("now", "  ");
    expect(board()).toEqual(tabbed);
    tabs.rename("now", " Today ");
    expect(board().tabs).toEqual([{ id: "now", name: "Today" }, later]);
    undo();
    expect(board()).toEqual(tabbed);
  });

  it("a tab that moves takes all of its tiles along, also those that said nothing", () => {
    const { tabs, pages, board, undo } = designer(tabbed);
    tabs.move("now", 2);
    expect(pages()).toEqual([
      ["later", "c0 d2"],
      ["now", "a0 b2"],
    ]);
    undo();
    expect(board()).toEqual(tabbed);
  });

  it("a tab that is deleted takes its tiles, and brings them back", () => {
    const { tabs, pages, board, step, undo } = designer({ ...tabbed, phone: [{ id: "c", hidden: true }, { id: "a" }] });
    expect(tabs.remove("later")).toBe(2);
    expect([pages(), board().phone, step()]).toEqual([[["now", "a0 b2"]], [{ id: "a" }], "tabRemove"]);
    undo();
    expect([pages().length, board().phone?.length]).toEqual([2, 2]);
  });

  it("the last tab leaves its tiles on a board of one page", () => {
    const { tabs, board, pages, undo } = designer({ tiles: [tile("b", 0, "now")], tabs: [now] });
    expect(tabs.remove("now")).toBe(0);
    expect([board().tabs, board().tiles[0]?.tab, pages()]).toEqual([undefined, undefined, [[null, "b0"]]]);
    undo();
    expect(board()).toEqual({ tiles: [tile("b", 0, "now")], tabs: [now] });
  });

  it("tiles that go to another tab stand in its gaps, and their old one closes", () => {
    const { tabs, pages, step, board, undo } = designer(tabbed);
    tabs.bring(["c", "b"], "now");
    expect([pages(), step()]).toEqual([
      [
        ["now", "a0 b2 c0"],
        ["later", "d0"],
      ],
      "bring",
    ]);
    undo();
    expect(board()).toEqual(tabbed);
  });

  it("what is pasted or added goes to the open tab, and nothing moves on the others", () => {
    const { edits, pages, board } = designer(tabbed, "later");
    edits.insertCopies([tile("x", 0, "elsewhere")], "paste");
    edits.add("number", tileType("number").chart("f"), "New", { x: 0, y: 0 });
    expect(pages()[0]).toEqual(["now", "a0 b2"]);
    expect(
      board()
        .tiles.slice(4)
        .map(({ tab }) => tab),
    ).toEqual(["later", "later"]);
    edits.remove(["c"]);
    expect(pages()[0]).toEqual(["now", "a0 b2"]);
  });

  it("each tab lies on a phone by itself", () => {
    const { phone, board } = designer(tabbed, "later");
    phone.hide("d", true);
    expect(board().phone).toEqual([{ id: "c" }, { id: "d", hidden: true }]);
    phone.derive();
    expect(board().phone).toBeUndefined();
  });
});
