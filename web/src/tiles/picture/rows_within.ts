// Lists have more rows than a tile has room: as many as fit are drawn, and the others are counted.

import { token } from "@/ui/theme";
import type { Speech } from "../speech";
import { line, type Room } from "./svg_parts";

const NOTE = 20;

export interface Fit {
  /** Rows that are drawn. */
  shown: number;
  /** Says how many are not, below `y`; none where all are. */
  note: (y: number, speech: Speech) => SVGElement[];
  /** From the top of the first row to the end. */
  height: number;
}

export function rowsWithin(count: number, row: number, { height }: Pick<Room, "height">): Fit {
  const isWhole = height === null || count * row <= height;
  const shown = isWhole ? count : Math.max(0, Math.floor((height - NOTE) / row));
  const note = (y: number, { t }: Speech) =>
    shown < count
      ? [line(t("moreRows", { count: count - shown }), { x: 0, y: y + 14, fill: token("text-faint"), "font-size": 12 })]
      : [];
  return { shown, note, height: shown * row + (isWhole ? 0 : NOTE) };
}
