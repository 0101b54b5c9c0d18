// A tile with its title as one drawing, in the colours in which it stands on the screen. What a ring says beside its drawing, in
// the middle and in the legend, is written into it.

import { rankingPicture } from "./ranking_picture";
import { EDGE, HEAD, line, linesOf, type Picture, part, sheet } from "./svg_parts";

const LINE = 24;

/** `null`: nothing is drawn there. */
export function tilePicture(box: Element, title: string): Picture | null {
  const drawn = box.querySelector<SVGSVGElement>('[role="img"] svg');
  return drawn ? chartPicture(box, drawn, title) : rankingPicture(box, title);
}

function chartPicture(box: Element, drawn: SVGSVGElement, title: string): Picture {
  const { width: inner, height: below } = drawn.getBoundingClientRect();
  const legend = linesOf(box, "legend");
  const width = inner + 2 * EDGE;
  const height = HEAD + below + EDGE + legend.length * LINE;
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  for (const [key, value] of Object.entries({ x: EDGE, y: HEAD, width: inner, height: below }))
    copy.setAttribute(key, String(value));
  return sheet(title, width, height, [
    copy,
    ...linesOf(box, "middle").map(({ innerText }, at) =>
      line(innerText, { x: width / 2, y: HEAD + below / 2 + at * 18, "text-anchor": "middle" }),
    ),
    ...legend.flatMap((entry, at) => {
      const y = HEAD + below + (at + 1) * LINE;
      const mark = entry.querySelector("i");
      const fill = mark ? getComputedStyle(mark).backgroundColor : "none";
      const words = entry.innerText.split(/\s*\n\s*/).join("  ");
      return [
        part("rect", { x: EDGE, y: y - 9, width: 10, height: 10, rx: 2, fill }),
        line(words, { x: EDGE + 18, y }),
      ];
    }),
  ]);
}
