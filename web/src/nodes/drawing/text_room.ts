// How much room words take in a picture: SVG text neither wraps nor says how wide it is.

/** About as wide as high; a Latin letter takes little more than half of that. */
const HAN = /[\u2e80-\uffff]/u;

export function widthOf(text: string, size: number): number {
  return [...text].reduce((width, char) => width + (HAN.test(char) ? size : size * 0.58), 0);
}

export function shortened(text: string, room: number, size: number): string {
  if (widthOf(text, size) <= room) return text;
  const chars = [...text];
  while (chars.length > 1 && widthOf(`${chars.join("")}…`, size) > room) chars.pop();
  return `${chars.join("")}…`;
}
