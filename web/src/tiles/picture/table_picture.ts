// Orders in rows, in the words of the screen.

import { kindOf } from "@/model/column";
import { NO_FORM } from "@/model/form";
import { columnKey, type TableChart } from "@/model/report";
import { token } from "@/ui/theme";
import { columnWidths, widthOf } from "./letters";
import type { PictureSource } from "./picture_source";
import { rowsWithin } from "./rows_within";
import { at, type Drawn, lineWithin, part, type Room } from "./svg_parts";

const HEAD = 28;
const ROW = 30;
const GAP = 14;
const WIDEST = 260;

export function tablePicture(source: PictureSource<TableChart>, room: Room): Drawn {
  const { chart, data, form = NO_FORM, speech } = source;
  const { label, text } = speech.columnsOf(form);
  const fit = rowsWithin(data.rows?.length ?? 0, ROW, { height: room.height === null ? null : room.height - HEAD });
  const rows = (data.rows ?? [])
    .slice(0, fit.shown)
    .map(({ values }) => chart.columns.map((column) => text(column, values[columnKey(column)])));
  const titles = chart.columns.map(label);
  const needed = titles.map((title, column) =>
    Math.min(
      WIDEST,
      GAP + Math.max(...[title, ...rows.map((row) => row[column] ?? "")].map((one) => widthOf(one, 13))),
    ),
  );
  const widths = columnWidths(needed, room.width);
  const isRight = chart.columns.map((column) => ["number", "duration"].includes(kindOf(column, form) ?? ""));
  const cells = (words: readonly string[], attributes: Record<string, string | number>) => {
    let x = 0;
    return words.map((word, column) => {
      const width = widths[column] ?? 0;
      const place = isRight[column] ? { x: x + width - GAP, "text-anchor": "end" } : { x, "text-anchor": "start" };
      x += width;
      return lineWithin(word, width - GAP, { ...attributes, ...place });
    });
  };
  const rule = (y: number) => part("rect", { x: 0, y: y - 1, width: room.width, height: 1, fill: token("line") });
  const head = cells(titles, { y: 18, fill: token("text-faint"), "font-size": 12 });
  const body = rows.map((row, place) => at(0, HEAD + place * ROW, [...cells(row, { y: 20 }), rule(ROW)]));
  const end = HEAD + fit.shown * ROW;
  return { parts: [...head, rule(HEAD), ...body, ...fit.note(end, speech)], height: HEAD + fit.height };
}
