// The lines between steps: corners of a path that leaves and enters steps by the middle of a side.

import type { Point } from "./arrange";
import type { Box } from "./boxes";
import { GAP } from "./boxes";

export interface Line {
  corners: readonly Point[];
  /** Where its words and its button stand. */
  middle: Point;
}

const AROUND = 36;
const ROUND = 10;
const TURN = GAP / 2;

const centre = ({ x, width }: Box): number => x + width / 2;
const level = ({ y, height }: Box): number => y + height / 2;
const right = ({ x, width }: Box): number => x + width;
const bottom = ({ y, height }: Box): number => y + height;

/** In an arranged drawing: down the lane. The words stand in the lane, so that those of branches do not collide. */
export function laneLine(from: Box, to: Box, lane: number): Line {
  const below = bottom(from) + TURN;
  const above = to.y - TURN;
  const corners = [
    { x: centre(from), y: bottom(from) },
    { x: centre(from), y: below },
    { x: lane, y: below },
    { x: lane, y: above },
    { x: centre(to), y: above },
    { x: centre(to), y: to.y },
  ];
  const isOut = lane !== centre(from);
  const isIn = lane !== centre(to);
  const y = isOut && isIn ? (below + above) / 2 : isOut ? to.y - TURN / 2 : bottom(from) + (isIn ? TURN / 2 : TURN);
  return { corners: tidy(corners), middle: { x: lane, y } };
}

/** Between steps that stand anywhere; `nth` of several lines between the same two keeps aside of the others. */
export function freeLine(from: Box, to: Box, nth = 0): Line {
  const aside = nth * 28;
  if (to.y >= bottom(from) + 8) {
    const y = (bottom(from) + to.y) / 2 + aside;
    return through([
      { x: centre(from) + aside, y: bottom(from) },
      { x: centre(from) + aside, y },
      { x: centre(to) + aside, y },
      { x: centre(to) + aside, y: to.y },
    ]);
  }
  if (to.x >= right(from)) {
    const x = (right(from) + to.x) / 2;
    return through([
      { x: right(from), y: level(from) + aside },
      { x, y: level(from) + aside },
      { x, y: level(to) + aside },
      { x: to.x, y: level(to) + aside },
    ]);
  }
  const x = Math.max(right(from), right(to)) + AROUND + aside;
  return through([
    { x: right(from), y: level(from) },
    { x, y: level(from) },
    { x, y: level(to) },
    { x: right(to), y: level(to) },
  ]);
}

function through(corners: Point[]): Line {
  const [a, b] = [corners[1], corners[2]];
  const middle = a && b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : { x: 0, y: 0 };
  return { corners: tidy(corners), middle };
}

/** Without corners that do not turn. */
function tidy(corners: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const corner of corners) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last && last.x === corner.x && last.y === corner.y) continue;
    if (before && last && isStraight(before, last, corner)) kept.pop();
    kept.push(corner);
  }
  return kept;
}

const isStraight = (a: Point, b: Point, c: Point): boolean =>
  (a.x === b.x && b.x === c.x) || (a.y === b.y && b.y === c.y);

/** SVG path with round corners. */
export function pathOf({ corners }: Line): string {
  const [first, ...rest] = corners;
  if (!first) return "";
  let path = `M${first.x} ${first.y}`;
  rest.forEach((corner, at) => {
    const before = corners[at] as Point;
    const after = rest[at + 1];
    if (!after) {
      path += `L${corner.x} ${corner.y}`;
      return;
    }
    const room = Math.min(ROUND, reach(before, corner) / 2, reach(corner, after) / 2);
    const [enter, leave] = [towards(corner, before, room), towards(corner, after, room)];
    path += `L${enter.x} ${enter.y}Q${corner.x} ${corner.y} ${leave.x} ${leave.y}`;
  });
  return path;
}

const reach = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

function towards(from: Point, to: Point, by: number): Point {
  const all = reach(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / all, y: from.y + ((to.y - from.y) * by) / all };
}
