import { describe, expect, it } from "vitest";
import type { RecordRow } from "@/api/records";
import { foldedFilters, groupedSort, groupOf, startsGroup } from "./groups";

const row = (id: string, site: string | null, state: RecordRow["state"] = "running"): RecordRow => ({
  id,
  rev: 1,
  state,
  values: { "field:site": site },
});

const SITE = { field: "site" };

describe("the groups of a list", () => {
  it("come first in the order, in the direction that is asked for", () => {
    expect(groupedSort(null, [{ column: "title" }])).toEqual([{ column: "title" }]);
    expect(groupedSort(SITE, [{ column: "title" }])).toEqual([{ column: SITE }, { column: "title" }]);
    const down = [{ column: "title" as const }, { column: SITE, descending: true }];
    expect(groupedSort(SITE, down)).toEqual([{ column: SITE, descending: true }, { column: "title" }]);
  });

  it("begin where a row differs from the one before, and nowhere beside a row that is not here yet", () => {
    const rows = [row("1", "a"), row("2", "a"), row("3", null), undefined, row("5", "b")];
    const starts = rows.map((_, index) => startsGroup((at) => rows[at], SITE, index));
    expect(starts).toEqual([true, false, true, false, false]);
  });

  it("are named as tiles name theirs", () => {
    expect([groupOf(row("1", null), SITE), groupOf(row("1", "a"), SITE), groupOf(row("1", "a"), "state")]).toEqual([
      "",
      "a",
      "running",
    ]);
  });

  it("are not asked for when they are folded, an empty cell's neither", () => {
    expect(foldedFilters(SITE, ["a", ""])).toEqual([
      { column: SITE, test: { op: "is_not", value: "a" } },
      { column: SITE, test: { op: "not_empty" } },
    ]);
    expect(foldedFilters(null, ["a"])).toEqual([]);
  });
});
