// A chart with its title as one drawing, in the colours in which it stands on the screen. What a ring says beside its drawing, in
// the middle and in the legend, is written into it.

import { token } from "@/ui/theme";

const NS = "http://www.w3.org/2000/svg";
const EDGE = 16;
const HEAD = 40;
const LINE = 24;

export interface ChartPicture {
  svg: string;
  width: number;
  height: number;
}

type Attributes = Record<string, string | number>;

function part(name: string, attributes: Attributes): SVGElement {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function line(text: string, attributes: Attributes): SVGElement {
  const element = part("text", { fill: token("text"), "font-family": token("font"), "font-size": 13, ...attributes });
  element.textContent = text;
  return element;
}

const linesOf = (box: Element, which: string) => [
  ...box.querySelectorAll<HTMLElement>(`[data-picture="${which}"] > *`),
];

/** `null`: nothing is drawn there. */
export function chartPicture(box: Element, title: string): ChartPicture | null {
  const drawn = box.querySelector<SVGSVGElement>('[role="img"] svg');
  if (!drawn) return null;
  const { width: inner, height: below } = drawn.getBoundingClientRect();
  const legend = linesOf(box, "legend");
  const width = inner + 2 * EDGE;
  const height = HEAD + below + EDGE + legend.length * LINE;
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  for (const [key, value] of Object.entries({ x: EDGE, y: HEAD, width: inner, height: below }))
    copy.setAttribute(key, String(value));
  const whole = part("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  whole.append(
    part("rect", { width, height, fill: token("surface") }),
    line(title, { x: EDGE, y: 26, "font-size": 15 }),
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
  );
  return { svg: new XMLSerializer().serializeToString(whole), width, height };
}
