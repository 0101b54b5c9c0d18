import { describe, expect, it } from "vitest";
import type { Tile } from "@/model/report";
import { parseTiles, tilesText } from "./tile_clipboard";

const tile: Tile = {
  id: "a",
  title: "A",
  x: 0,
  y: 0,
  w: 4,
  h: 2,
  chart: { kind: "table", form: "f", columns: ["title"] },
};

describe("tiles on the clipboard", () => {
  it("come back as they went", () => {
    expect(parseTiles(tilesText([tile, { ...tile, id: "b" }]))).toEqual([tile, { ...tile, id: "b" }]);
  });

  it("are none of what else a clipboard holds", () => {
    const other = [JSON.stringify({ "tessera.tiles": [{ title: "A" }] }), "null", "[]", "text", ""];
    expect(other.flatMap(parseTiles)).toEqual([]);
  });
});
