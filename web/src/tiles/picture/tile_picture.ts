// A tile with its title as one drawing, from its figures, in the colours of the theme now shown: no screen needs to have drawn it.

import type { GroupChart, TableChart } from "@/model/report";
import { token } from "@/ui/theme";
import { isBlank } from "../reading";
import { chartPicture } from "./chart_picture";
import { figurePicture } from "./figure_picture";
import type { PictureSource } from "./picture_source";
import { rankingPicture } from "./ranking_picture";
import { at, type Drawn, line, lineWithin, part, type Room } from "./svg_parts";
import { tablePicture } from "./table_picture";

const EDGE = 16;
const HEAD = 40;
const RADIUS = 10;

export interface Titled {
  title: string;
  /** Beside it, on the right: of which time it is. */
  aside: string;
}

/** Words in place of a drawing. */
export const saidPicture = (text: string, { width, height }: Room): Drawn => ({
  parts: [
    lineWithin(text, width, {
      x: width / 2,
      y: (height ?? HEAD) / 2,
      "text-anchor": "middle",
      fill: token("text-faint"),
    }),
  ],
  height: height ?? HEAD,
});

function bodyOf(source: PictureSource, room: Room): Drawn {
  if (isBlank(source.chart, source.data)) return saidPicture(source.speech.t("none"), room);
  if (source.chart.kind === "table") return tablePicture(source as PictureSource<TableChart>, room);
  const group = source as PictureSource<GroupChart>;
  switch (group.chart.kind) {
    case "number":
    case "number_change":
      return figurePicture(group, room);
    case "ranking":
      return rankingPicture(group, room);
    case "bar":
    case "stacked_bar":
    case "line":
    case "ring":
      return chartPicture(group, room);
  }
}

/** A card as wide and as high as `room`. */
export function cardPicture({ title, aside }: Titled, body: (room: Room) => Drawn, room: Room): Drawn {
  const inner = { width: room.width - 2 * EDGE, height: room.height && room.height - HEAD - EDGE };
  const { parts, height: used } = body(inner);
  const height = room.height ?? HEAD + used + EDGE;
  const card = { x: 0.5, y: 0.5, width: room.width - 1, height: height - 1, rx: RADIUS };
  const right = { x: room.width - EDGE, y: 26, "text-anchor": "end", "font-size": 12, fill: token("text-faint") };
  return {
    parts: [
      part("rect", { ...card, fill: token("surface"), stroke: token("line") }),
      lineWithin(title, inner.width - (aside ? 90 : 0), { x: EDGE, y: 26, "font-size": 14, "font-weight": 500 }),
      ...(aside ? [line(aside, right)] : []),
      at(EDGE, HEAD, parts),
    ],
    height,
  };
}

export const tilePicture = (titled: Titled, source: PictureSource, room: Room): Drawn =>
  cardPicture(titled, (inner) => bodyOf(source, inner), room);
