// How wide words are, roughly, without asking a browser: a Chinese character is as wide as it is high, a letter about half of that.

const LETTER = 0.6;

export const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter > "\u2e80" ? 1 : LETTER), 0) * size;

/** As much of it as fits, with a mark where there was more. */
export function fitted(text: string, room: number, size: number): string {
  if (widthOf(text, size) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && widthOf(`${letters.join("")}…`, size) > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** Widths of columns for what they hold: each as wide as it needs where all fit, else the wide ones give way to the narrow ones. */
export function columnWidths(needed: readonly number[], room: number): number[] {
  const whole = needed.reduce((sum, width) => sum + width, 0);
  if (whole <= room) return needed.map((width) => width + (room - whole) / needed.length);
  const widths = needed.map(() => 0);
  let left = room;
  const open = new Set(needed.keys());
  while (open.size > 0) {
    const share = left / open.size;
    const small = [...open].filter((at) => (needed[at] ?? 0) <= share);
    for (const at of small.length > 0 ? small : open) {
      widths[at] = small.length > 0 ? (needed[at] ?? 0) : share;
      left -= widths[at] ?? 0;
      open.delete(at);
    }
  }
  return widths;
}
