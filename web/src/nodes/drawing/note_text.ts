// The words on a sticky note in a picture: SVG text does not wrap. Pure.

import type { Note } from "@/model/canvas";
import type { Point } from "./arrange";
import { widthOf } from "./text_room";

export const NOTE_FONT = 13;
const LINE = 20;
const EDGE = 12;
/** The coloured edge on top, and the room above the first line's letters. */
const TOP = 24;

export interface NoteLine extends Point {
  text: string;
}

/** From the note's corner, cut where the paper ends. */
export function noteLines({ text, width, height }: Pick<Note, "text" | "width" | "height">): NoteLine[] {
  const lines = wrapped(text, width - 2 * EDGE, NOTE_FONT);
  const room = Math.floor((height - EDGE) / LINE);
  const shown = lines.length > room ? [...lines.slice(0, room - 1), `${lines[room - 1] ?? ""}…`] : lines;
  return shown.map((line, at) => ({ text: line, x: EDGE, y: TOP + at * LINE }));
}

/** A sign with what never begins a line, a word, or the room between words. */
const PIECES = /[\u2e80-\uffff][，。、；：！？）》」』】”’]*|\s+|[^\s\u2e80-\uffff]+/gu;

/** The lines a text takes in a room: at its own breaks, and wherever a word or sign no longer fits. */
function wrapped(text: string, room: number, size: number): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines = [""];
    for (const piece of paragraph.match(PIECES) ?? []) {
      const line = lines.at(-1) ?? "";
      if (line && widthOf(line + piece, size) > room) lines.push(piece.trimStart());
      else lines[lines.length - 1] = line + piece;
    }
    return lines;
  });
}
