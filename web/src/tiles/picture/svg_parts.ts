// Pieces of the drawings that people take away: text, shapes, and what a drawing needs to know, in the colours of the screen.

import { token } from "@/ui/theme";
import { fitted } from "./letters";

const NS = "http://www.w3.org/2000/svg";

/** A drawing as text. */
export interface Picture {
  svg: string;
  width: number;
  height: number;
}

/** What is drawn and how high that came to be. */
export interface Drawn {
  parts: readonly SVGElement[];
  height: number;
}

/** Where something is drawn; without a height it is as long as it is. */
export interface Room {
  width: number;
  height: number | null;
}

type Attributes = Record<string, string | number>;

export function part(name: string, attributes: Attributes, ...inside: readonly SVGElement[]): SVGElement {
  const element = document.createElementNS(NS, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...inside);
  return element;
}

export function line(text: string, attributes: Attributes): SVGElement {
  const element = part("text", { fill: token("text"), "font-family": token("font"), "font-size": 13, ...attributes });
  element.textContent = text;
  return element;
}

/** A line that ends with a mark where it would be too long. */
export const lineWithin = (text: string, room: number, attributes: Attributes): SVGElement =>
  line(fitted(text, room, Number(attributes["font-size"] ?? 13)), attributes);

export const at = (x: number, y: number, parts: readonly SVGElement[]): SVGElement =>
  part("g", { transform: `translate(${x} ${y})` }, ...parts);

export function pictureOf({ parts, height }: Drawn, width: number): Picture {
  const whole = part("svg", { width, height, viewBox: `0 0 ${width} ${height}` }, ...parts);
  return { svg: new XMLSerializer().serializeToString(whole), width, height };
}
