// Time, person and what it was taken for on a photo, so that whoever looks at it later need not ask. Drawn by the browser: a reminder, not a proof.

import { problemOfCode } from "@/api/problem";
import { type Overlay, redrawn } from "../attachment/shrink";

const LINE_SHARE = 1 / 28;
const LINE_MIN_PX = 12;
const BAND = "rgb(0 0 0 / 48%)";
const INK = "#fff";

/** The photo with these lines on a band at its foot. Throws `picture_unreadable` when the browser cannot open it. */
export async function marked(file: File, lines: readonly string[]): Promise<File> {
  try {
    return await redrawn(file, band(lines));
  } catch {
    throw problemOfCode(422, "picture_unreadable");
  }
}

/** Letters grow with the picture; a line too long for it is squeezed into it. */
export function band(lines: readonly string[]): Overlay {
  return (context, width, height) => {
    const line = Math.max(LINE_MIN_PX, Math.round(Math.min(width, height) * LINE_SHARE));
    const pad = Math.round(line / 2);
    const top = height - lines.length * line * 1.4 - 2 * pad;
    context.fillStyle = BAND;
    context.fillRect(0, top, width, height - top);
    context.fillStyle = INK;
    context.font = `${line}px sans-serif`;
    context.textBaseline = "top";
    lines.forEach((text, at) => {
      context.fillText(text, pad, top + pad + at * line * 1.4, width - 2 * pad);
    });
  };
}
