import { describe, expect, it } from "vitest";
import type { Column } from "@/model/report";
import { ARRANGED_FIRST, arrangementOf, foldOf, hide, linesOf, totalled, tracks, turnPin, widened } from "./arrange";

const columns: Column[] = ["title", "state", "handler", "created_at"];
const form = { fields: [], sections: [] };

describe("the arrangement of the grid", () => {
  it("freezes columns from the left, each beside the one before", () => {
    const { template, lefts } = tracks(
      columns,
      form,
      { ...ARRANGED_FIRST, widths: [{ column: "title", px: 200 }], frozen: 2 },
      1_000,
    );
    expect(template).toBe("200px 112px 148px minmax(156px, 1fr)");
    expect(lefts).toEqual([0, 200]);
  });

  it("is as at first where it is not given, broken, or about a field the form has lost", () => {
    const broken = {
      frozen: 9,
      height: "huge",
      widths: [{ column: { field: "gone" }, px: 90 }],
      summed: 1,
      totals: {},
    };
    expect(arrangementOf(broken, form, 4)).toEqual({ ...ARRANGED_FIRST, frozen: 4 });
    expect(arrangementOf(null, form, 4)).toEqual(ARRANGED_FIRST);
    const wide = arrangementOf({ widths: [{ column: "title", px: 9_000 }] }, form, 4);
    expect(wide.widths).toEqual([{ column: "title", px: 1_200 }]);
  });

  it("keeps one width and one total of a column", () => {
    const widths = widened(widened([], "title", 100), "title", 20);
    expect(widths).toEqual([{ column: "title", px: 72 }]);
    const totals = totalled(totalled([], "duration", "max"), "duration", "mean");
    expect([foldOf(totals, "duration"), foldOf([], "duration")]).toEqual(["mean", "sum"]);
  });

  it("counts the heading and the totals among its rows", () => {
    expect([linesOf(10, false), linesOf(10, true)]).toEqual([11, 12]);
  });

  it("leaves room for what scrolls, however much is frozen", () => {
    const frozen = (count: number, room: number) => tracks(columns, form, { ...ARRANGED_FIRST, frozen: count }, room);
    expect([frozen(3, 500).lefts, frozen(4, 5_000).lefts, frozen(0, 500).lefts]).toEqual([[0], [0, 260, 372], []]);
  });

  it("pins a column behind the pinned ones, and lets it go again", () => {
    expect(turnPin(columns, 1, 2)).toEqual({ columns: ["title", "handler", "state", "created_at"], frozen: 2 });
    expect(turnPin(columns, 2, 0)).toEqual({ columns: ["state", "title", "handler", "created_at"], frozen: 1 });
  });

  it("hides a column, and keeps frozen what was", () => {
    expect(hide(columns, 2, "title")).toEqual({ columns: ["state", "handler", "created_at"], frozen: 1 });
    expect(hide(columns, 1, "handler")).toEqual({ columns: ["title", "state", "created_at"], frozen: 1 });
  });
});
