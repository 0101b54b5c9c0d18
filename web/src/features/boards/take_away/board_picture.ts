// A board as one drawing: its tiles where their maker put them, tab below tab, from their figures and not from the screen.

import type { TFunction } from "i18next";
import type { Tile } from "@/model/report";
import { at, type Drawn, line, part, type Room } from "@/tiles/picture/svg_parts";
import { cardPicture, saidPicture, tilePicture } from "@/tiles/picture/tile_picture";
import type { Speech } from "@/tiles/speech";
import { token } from "@/ui/theme";
import { type BoardSearch, lookAt, spanOf } from "../view/board_look";
import type { Taken } from "../view/taken";

export const BOARD_PX = 1_280;
const EDGE = 24;
const COLUMNS = 12;
const GAP = 16;
const ROW = 56;
const TITLE = 64;
const NAME = 40;

export interface PicturedPage {
  /** Empty on a board of one page. */
  name: string;
  tiles: readonly Tile[];
}

export interface BoardPicture {
  title: string;
  /** One line below: how old the figures are. */
  subtitle: string;
  pages: readonly PicturedPage[];
  search: BoardSearch;
  taken: ReadonlyMap<string, Taken>;
  /** In place of a tile that could not be had. */
  missing: ReadonlyMap<string, string>;
}

export function boardPicture(board: BoardPicture, speech: Speech, tColumns: TFunction<"columns">): Drawn {
  const { title, subtitle, pages } = board;
  const parts = [
    line(title, { x: EDGE, y: 36, "font-size": 20, "font-weight": 600 }),
    line(subtitle, { x: EDGE, y: 56, "font-size": 12, fill: token("text-faint") }),
  ];
  let y = TITLE + GAP / 2;
  for (const { name, tiles } of pages) {
    if (name) {
      parts.push(line(name, { x: EDGE, y: y + 24, "font-size": 16, "font-weight": 600 }));
      y += NAME;
    }
    const top = y;
    for (const tile of tiles) {
      const { x, y: below, width, height } = boxOf(tile);
      parts.push(at(EDGE + x, top + below, cardOf(tile, { width, height }, board, speech, tColumns).parts));
    }
    y = top + Math.max(0, ...tiles.map((tile) => boxOf(tile).y + boxOf(tile).height)) + EDGE;
  }
  const ground = part("rect", { width: BOARD_PX, height: y, fill: token("ground") });
  return { parts: [ground, ...parts], height: y };
}

/** As on the grid of the screen. */
function boxOf({ x, y, w, h }: Tile) {
  const column = (BOARD_PX - 2 * EDGE + GAP) / COLUMNS;
  return { x: x * column, y: y * (ROW + GAP), width: w * column - GAP, height: h * (ROW + GAP) - GAP };
}

function cardOf(tile: Tile, room: Room, board: BoardPicture, speech: Speech, tColumns: TFunction<"columns">): Drawn {
  const taken = board.taken.get(tile.id);
  const { title } = tile;
  if (!taken) {
    const why = board.missing.get(tile.id) ?? "";
    return cardPicture({ title, aside: "" }, (inner) => saidPicture(why, inner), room);
  }
  const { asked, data, form } = taken;
  const span = spanOf(asked, lookAt(tile, board.search));
  return tilePicture(
    { title, aside: span ? tColumns(`span.${span}`) : "" },
    { chart: asked.chart, data, form, speech },
    room,
  );
}
