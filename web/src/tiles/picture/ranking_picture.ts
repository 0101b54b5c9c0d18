// A ranking as it stands on the screen: place, name, value, and a bar as long as its share of the first.

import type { GroupChart } from "@/model/report";
import { token } from "@/ui/theme";
import { rankingRows } from "../ranking/ranking_rows";
import { widthOf } from "./letters";
import type { PictureSource } from "./picture_source";
import { rowsWithin } from "./rows_within";
import { at, type Drawn, line, lineWithin, part, type Room } from "./svg_parts";

const ROW = 40;
const PLACE = 28;
const BAR = 5;
/** Between a name and its value. */
const GAP = 12;

export function rankingPicture({ chart, data, form, speech }: PictureSource<GroupChart>, room: Room): Drawn {
  const rows = rankingRows(chart, data, form, speech);
  const fit = rowsWithin(rows.length, ROW, room);
  const long = room.width - PLACE;
  const drawn = rows.slice(0, fit.shown).map(({ place, label, value, share, fill }, row) => {
    const bar = { x: PLACE, y: 26, height: BAR, rx: 3 };
    return at(0, row * ROW, [
      line(place, { x: 0, y: 17, fill: token("text-faint") }),
      lineWithin(label, long - widthOf(value, 13) - GAP, { x: PLACE, y: 17 }),
      line(value, { x: room.width, y: 17, "text-anchor": "end", "font-weight": 600 }),
      part("rect", { ...bar, width: long, fill: token("surface-sunken") }),
      part("rect", { ...bar, width: long * share, fill: token(fill) }),
    ]);
  });
  return { parts: [...drawn, ...fit.note(fit.shown * ROW, speech)], height: fit.height };
}
