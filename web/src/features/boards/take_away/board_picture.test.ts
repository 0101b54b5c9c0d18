import { expect, it } from "vitest";
import type { TileData } from "@/api/boards";
import { i18n } from "@/i18n/i18n";
import type { Tile } from "@/model/report";
import { pictureOf } from "@/tiles/picture/svg_parts";
import type { Speech } from "@/tiles/speech";
import { formatOf } from "@/ui/format";
import { BOARD_PX, boardPicture } from "./board_picture";

const tile = (id: string, x: number, y: number, w: number): Tile => ({
  id,
  title: id,
  x,
  y,
  w,
  h: 2,
  chart: {
    kind: "number",
    form: "f",
    measure: { kind: "count" },
    period: { column: "created_at", span: "this_month" },
  },
});
const data: TileData = {
  kind: "number",
  groups: [],
  total: 12,
  count: 12,
  format: "number",
  as_of: 0,
  truncated: false,
};

it("a board is drawn with every tab, each tile in its place, and what could not be had says why", async () => {
  const speech = { t: i18n.getFixedT("zh", "tiles"), format: formatOf("zh") } as unknown as Speech;
  const [a, b, c] = [tile("a", 0, 0, 4), tile("b", 4, 0, 8), tile("c", 0, 1, 12)];
  const taken = { asked: { chart: a.chart, filters: [] }, form: undefined, data };
  const board = {
    title: "维修",
    subtitle: "截至 12:30",
    pages: [
      { name: "今天", tiles: [a, b] },
      { name: "本周", tiles: [c] },
    ],
    search: {},
    taken: new Map([
      ["a", { ...taken, tile: a }],
      ["c", { ...taken, tile: c }],
    ]),
    missing: new Map([["b", "没有权限"]]),
  };
  const drawn = boardPicture(board, speech, i18n.getFixedT("zh", "columns"));
  const sheet = new DOMParser().parseFromString(pictureOf(drawn, BOARD_PX).svg, "image/svg+xml");
  const words = [...sheet.querySelectorAll("text")].map(({ textContent }) => textContent).filter(Boolean);
  expect(words).toEqual([
    ...["维修", "截至 12:30", "今天", "a", "本月", "12", "b", "没有权限"],
    ...["本周", "c", "本月", "12"],
  ]);
  const cards = [...sheet.querySelectorAll("svg > g")].map((card) => card.getAttribute("transform"));
  expect(cards).toEqual(["translate(24 112)", "translate(440 112)", "translate(24 376)"]);
  expect(drawn.height).toBe(528);
});
