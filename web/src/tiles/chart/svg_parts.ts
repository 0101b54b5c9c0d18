// Pieces of the drawings that people take away: text, shapes, and the sheet with its title, in the colours of the screen.

import { token } from "@/ui/theme";

const NS = "http://www.w3.org/2000/svg";
export const EDGE = 16;
export const HEAD = 40;

export interface Picture {
  svg: string;
  width: number;
  height: number;
}

type Attributes = Record<string, string | number>;

export function part(name: string, attributes: Attributes, ...inside: SVGElement[]): SVGElement {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...inside);
  return element;
}

export function line(text: string, attributes: Attributes): SVGElement {
  const element = part("text", { fill: token("text"), "font-family": token("font"), "font-size": 13, ...attributes });
  element.textContent = text;
  return element;
}

export const linesOf = (box: Element, which: string): HTMLElement[] => [
  ...box.querySelectorAll<HTMLElement>(`[data-picture="${which}"] > *`),
];

export function sheet(title: string, width: number, height: number, parts: readonly SVGElement[]): Picture {
  const ground = part("rect", { width, height, fill: token("surface") });
  const head = line(title, { x: EDGE, y: 26, "font-size": 15 });
  const whole = part("svg", { width, height, viewBox: `0 0 ${width} ${height}` }, ground, head, ...parts);
  return { svg: new XMLSerializer().serializeToString(whole), width, height };
}
