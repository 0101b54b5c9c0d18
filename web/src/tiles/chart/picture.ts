// A chart with its title as one drawing, in the colours in which it stands on the screen.

import { token } from "@/ui/theme";

const NS = "http://www.w3.org/2000/svg";
const EDGE = 16;
const HEAD = 40;

export interface ChartPicture {
  svg: string;
  width: number;
  height: number;
}

/** `null`: nothing is drawn there. */
export function chartPicture(box: Element, title: string): ChartPicture | null {
  const drawn = box.querySelector<SVGSVGElement>('[role="img"] svg');
  if (!drawn) return null;
  const { width: inner, height: below } = drawn.getBoundingClientRect();
  const [width, height] = [inner + 2 * EDGE, below + HEAD + EDGE];
  const part = (name: string, attributes: Record<string, string | number>): SVGElement => {
    const element = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    return element;
  };
  const ground = part("rect", { width, height, fill: token("surface") });
  const head = part("text", { x: EDGE, y: 26, fill: token("text"), "font-family": token("font"), "font-size": 15 });
  head.textContent = title;
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  for (const [key, value] of Object.entries({ x: EDGE, y: HEAD, width: inner, height: below }))
    copy.setAttribute(key, String(value));
  const whole = part("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  whole.append(ground, head, copy);
  return { svg: new XMLSerializer().serializeToString(whole), width, height };
}
