import { describe, expect, it } from "vitest";
import { filtersOn, tilesOn } from "./board_fields";
import type { Chart, Tile } from "./report";

const tile = (id: string, chart: Chart): Tile => ({ id, title: id, x: 0, y: 0, w: 4, h: 4, chart });

describe("fields a board speaks of", () => {
  it("are those of the tiles that ask this form", () => {
    const tiles = [
      tile("states", { kind: "ring", form: "repair", dimension: { column: "state" }, measure: { kind: "count" } }),
      tile("costs", {
        kind: "bar",
        form: "repair",
        dimension: { column: { field: "machine" } },
        measure: { kind: "sum", column: { field: "cost" } },
        filters: [{ column: { field: "machine" }, test: { op: "not_empty" } }],
      }),
      tile("others", { kind: "table", form: "complaint", columns: [{ field: "cost" }] }),
    ];
    const viewer_filters = [{ column: { field: "cost" }, form: "complaint" }, { column: "state" as const }];
    expect([filtersOn({ tiles, viewer_filters }, "complaint"), filtersOn({ tiles }, "repair")]).toEqual([["cost"], []]);
    expect(tilesOn({ tiles }, "repair")).toEqual([{ tile: "costs", title: "costs", fields: ["machine", "cost"] }]);
  });
});
