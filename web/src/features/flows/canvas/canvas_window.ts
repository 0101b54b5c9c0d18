// Where a step stands in relation to the window over the canvas. Pure: the window is an argument.

import type { Point } from "@/model/edit/flow";
import type { Box } from "@/nodes/drawing/boxes";

/** The canvas as it is shown: where its origin is on the screen, and how large a pixel of it is. */
export interface Window {
  x: number;
  y: number;
  zoom: number;
  width: number;
  height: number;
}

const MARGIN = 40;

function onScreen(box: Box, { x, y, zoom }: Window): Box {
  return { x: box.x * zoom + x, y: box.y * zoom + y, width: box.width * zoom, height: box.height * zoom };
}

/** How far the canvas has to move, in pixels of the screen, until the box is in view; nothing when it is. */
export function wayIntoView(box: Box, window: Window): Point {
  const { x, y, width, height } = onScreen(box, window);
  return { x: along(x, width, window.width), y: along(y, height, window.height) };
}

/** What is larger than the window shows its beginning. */
function along(from: number, length: number, room: number): number {
  const last = Math.max(MARGIN, room - MARGIN - length);
  return Math.min(Math.max(from, MARGIN), last) - from;
}

/** A sign at the window's edge; `turn` in degrees, 0 points right. */
export interface Sign extends Point {
  turn: number;
}

const EDGE = 24;

/** Towards a box of which nothing is in view. */
export function signTo(box: Box, window: Window): Sign | null {
  const { x, y, width, height } = onScreen(box, window);
  if (x + width > 0 && x < window.width && y + height > 0 && y < window.height) return null;
  const middle = { x: x + width / 2, y: y + height / 2 };
  const kept = (at: number, room: number) => Math.round(Math.min(Math.max(at, EDGE), room - EDGE));
  const sign = { x: kept(middle.x, window.width), y: kept(middle.y, window.height) };
  const turn = Math.round((Math.atan2(middle.y - sign.y, middle.x - sign.x) * 180) / Math.PI);
  return { ...sign, turn };
}
