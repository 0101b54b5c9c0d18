// Widths of fields, in twelfths of the sheet.

export const COLUMNS = 12;

/** What is offered by name. */
export const WIDTHS = [3, 4, 6, 8, 12] as const;

/** Widths that a dragging hand is drawn to, and how near it must come. */
const MAGNETS = [3, 4, 6, 12] as const;
const PULL = 0.75;

const within = (span: number): number => Math.min(COLUMNS, Math.max(1, span));

/** `6` as "1/2". */
export function fraction(span: number): string {
  let [a, b] = [span, COLUMNS];
  while (b > 0) [a, b] = [b, a % b];
  return `${span / a}/${COLUMNS / a}`;
}

/** The width for an edge that stands at `at` twelfths, somewhere between two. */
export function widthAt(at: number): number {
  const near = [...MAGNETS].sort((a, b) => Math.abs(a - at) - Math.abs(b - at))[0] ?? COLUMNS;
  return Math.abs(near - at) < PULL ? near : within(Math.round(at));
}

/** By keys: a twelfth with the arrows, from one magnet to the next with the page keys. `null`: another key. */
export function widthByKey(span: number, key: string): number | null {
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return within(span - 1);
    case "ArrowRight":
    case "ArrowUp":
      return within(span + 1);
    case "PageDown":
      return [...MAGNETS].reverse().find((one) => one < span) ?? span;
    case "PageUp":
      return MAGNETS.find((one) => one > span) ?? span;
    case "Home":
      return 1;
    case "End":
      return COLUMNS;
    default:
      return null;
  }
}
