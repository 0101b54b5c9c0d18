// How a board lies on a phone: derived from the grid as it is read, or arranged by its maker. Pure.

import type { BoardDefinition, PhoneHeight, PhoneTile, Tile } from "@/model/report";
import type { Over } from "@/ui/drag";
import { readingOrder } from "./board_look";

export interface OnPhone {
  tile: Tile;
  /** `null`: as its kind needs. */
  height: PhoneHeight | null;
  isHidden: boolean;
}

type Layouted = Pick<BoardDefinition, "tiles" | "phone">;

/** All tiles from the top, hidden ones too. A tile that came after the arrangement stands behind the one it is read after. */
export function onPhone({ tiles, phone }: Layouted): OnPhone[] {
  const read = readingOrder(tiles);
  const found = (phone ?? []).flatMap(({ id, height = null, hidden = false }): OnPhone[] => {
    const tile = tiles.find((one) => one.id === id);
    return tile ? [{ tile, height, isHidden: hidden }] : [];
  });
  for (const [at, tile] of read.entries()) {
    if (found.some((one) => one.tile === tile)) continue;
    const before = found.findIndex((one) => one.tile === read[at - 1]);
    found.splice(before + 1, 0, { tile, height: null, isHidden: false });
  }
  return found;
}

/** What a phone shows. */
export const shownOnPhone = (board: Layouted): OnPhone[] => onPhone(board).filter(({ isHidden }) => !isHidden);

const written = ({ tile, height, isHidden }: OnPhone): PhoneTile => ({
  id: tile.id,
  ...(height && { height }),
  ...(isHidden && { hidden: true }),
});

/** To a gap of the list: 0 is before the first. `null`: it stands there already. */
export function movedOnPhone(board: Layouted, id: string, gap: number): PhoneTile[] | null {
  const list = onPhone(board);
  const from = list.findIndex(({ tile }) => tile.id === id);
  const moved = list[from];
  if (!moved || gap < 0 || gap > list.length || gap === from || gap === from + 1) return null;
  const rest = list.filter((one) => one !== moved);
  rest.splice(gap > from ? gap - 1 : gap, 0, moved);
  return rest.map(written);
}

export function changedOnPhone(
  board: Layouted,
  id: string,
  change: Partial<Pick<OnPhone, "height" | "isHidden">>,
): PhoneTile[] {
  return onPhone(board).map((one) => written(one.tile.id === id ? { ...one, ...change } : one));
}

/** The arrangement without tiles that leave the board. */
export const phoneWithout = (phone: readonly PhoneTile[], gone: readonly string[]): PhoneTile[] =>
  phone.filter(({ id }) => !gone.includes(id));

/** Numbers stand two by two, everything else has a row of its own: the gap of such a list nearest to a point. */
export function phoneGapAt(list: Element | null, x: number, y: number): Over<number> {
  const boxes = Array.from(list?.children ?? [], (child) => child.getBoundingClientRect());
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!list || !first || !last) return { place: null };
  const { left, width } = list.getBoundingClientRect();
  const isHalf = (box: DOMRect) => box.width < width * 0.6;
  const isBefore = (box: DOMRect) =>
    isHalf(box) ? y < box.top || (y < box.bottom && x < box.left + box.width / 2) : y < box.top + box.height / 2;
  const at = boxes.findIndex(isBefore);
  const next = boxes[at];
  if (!next) return { place: boxes.length, line: { left, top: last.bottom + 4, width, height: 0 } };
  if (isHalf(next) && y >= next.top) {
    return { place: at, line: { left: next.left - 7, top: next.top, width: 0, height: next.height } };
  }
  return { place: at, line: { left, top: next.top - 7, width, height: 0 } };
}
