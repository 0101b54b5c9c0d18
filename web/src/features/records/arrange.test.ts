import { describe, expect, it } from "vitest";
import type { Column } from "@/model/report";
import { ARRANGED_FIRST, hide, tracks, turnPin } from "./arrange";

const columns: Column[] = ["title", "state", "handler", "created_at"];
const form = { fields: [], sections: [] };

describe("the arrangement of the grid", () => {
  it("freezes columns from the left, each beside the one before", () => {
    const { template, lefts } = tracks(columns, form, { ...ARRANGED_FIRST, widths: { title: 200 }, frozen: 2 }, 1_000);
    expect(template).toBe("200px 112px 148px minmax(156px, 1fr)");
    expect(lefts).toEqual([0, 200]);
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
