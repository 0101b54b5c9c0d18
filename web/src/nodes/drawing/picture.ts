// A drawing as an SVG document that stands alone: on paper, in a manual, in a mail. Always light, as paper is.

import type { Note, Phase } from "@/model/canvas";
import type { Color } from "@/model/color";
import type { Edge, FlowDefinition, Node } from "@/model/flow";
import { type Box, boxOf, frameAround } from "./boxes";
import type { Drawing } from "./drawing";
import { NOTE_FONT, noteLines } from "./note_text";
import { boxOfNote } from "./notes";
import { boxOfPhase } from "./phases";
import { pathOf } from "./route";
import { shortened, widthOf } from "./text_room";

export interface PictureWords {
  name: (node: Node) => string;
  kind: (node: Node) => string;
  /** Empty for a line without words. */
  line: (edge: Edge) => string;
}

export interface Picture {
  svg: string;
  width: number;
  height: number;
}

const MARGIN = 32;
const INK = "#17211f";
const SOFT = "#4a5755";
const LINE = "#8a9692";
const FONT = 'font-family="system-ui, sans-serif"';

export function pictureOf(flow: FlowDefinition, { boxes, lines }: Drawing, words: PictureWords): Picture {
  const notes = flow.notes ?? [];
  const bands = (flow.phases ?? []).flatMap((phase) => {
    const box = boxOfPhase(flow, phase);
    return box ? [{ phase, box }] : [];
  });
  const frame = frameAround([
    ...flow.nodes.map(boxOf),
    ...notes.map((note) => boxOfNote(flow, note)),
    ...bands.map(({ box }) => box),
  ]);
  const width = Math.ceil(frame.width + 2 * MARGIN);
  const height = Math.ceil(frame.height + 2 * MARGIN);
  const view = `${frame.x - MARGIN} ${frame.y - MARGIN} ${width} ${height}`;
  const drawn = flow.edges.map((edge) => lineOf(edge, lines, words.line(edge)));
  const cards = flow.nodes.map((node) => cardOf(node, boxes, words));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${view}">`,
    `<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">`,
    `<path d="M0 0L10 5L0 10z" fill="${LINE}"/></marker></defs>`,
    `<rect x="${frame.x - MARGIN}" y="${frame.y - MARGIN}" width="${width}" height="${height}" fill="#ffffff"/>`,
    ...bands.map(bandOf),
    ...drawn,
    ...cards,
    ...notes.map((note) => noteOf(flow, note)),
    "</svg>",
  ].join("\n");
  return { svg, width, height };
}

function lineOf({ id }: Edge, lines: Drawing["lines"], words: string): string {
  const line = lines.get(id);
  if (!line) return "";
  const path = `<path d="${pathOf(line)}" fill="none" stroke="${LINE}" stroke-width="1.5" marker-end="url(#arrow)"/>`;
  if (!words) return path;
  const text = shortened(words, 180, 12);
  const room = widthOf(text, 12) + 12;
  const { x, y } = line.middle;
  const ground = `<rect x="${x - room / 2}" y="${y - 10}" width="${room}" height="20" rx="10" fill="#eef1f0"/>`;
  return `${path}${ground}${textOf(text, x, y + 4, `${FONT} font-size="12" fill="${SOFT}" text-anchor="middle"`)}`;
}

function cardOf(node: Node, boxes: Drawing["boxes"], words: PictureWords): string {
  const box = boxes.get(node.id);
  if (!box) return "";
  const { x, y, width, height } = box;
  const isPill = height < 60;
  const middle = x + width / 2;
  const ground = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${isPill ? height / 2 : 10}" fill="#ffffff" stroke="#c3ccc9"/>`;
  const bold = `${FONT} font-size="14" font-weight="600" fill="${INK}" text-anchor="middle"`;
  const small = `${FONT} font-size="12" fill="${SOFT}" text-anchor="middle"`;
  const name = shortened(words.name(node), width - 24, 14);
  if (isPill) return ground + textOf(name, middle, y + height / 2 + 5, bold);
  return ground + textOf(name, middle, y + 32, bold) + textOf(words.kind(node), middle, y + 52, small);
}

/** On paper: ground and edge. */
const PAPER: Partial<Record<Color, readonly [string, string]>> = {
  yellow: ["#f8f1d2", "#cdab2e"],
  green: ["#e3f3ea", "#41996b"],
  blue: ["#e7effb", "#4f84d6"],
  pink: ["#fae7f0", "#cb6695"],
  teal: ["#e0f1f1", "#1f8a8d"],
  orange: ["#fbecdf", "#dd8d45"],
  purple: ["#f3e9f8", "#9867bb"],
};
const PLAIN_PAPER = ["#eaeeed", "#9aa6a3"] as const;

function bandOf({ phase, box: { x, y, width, height } }: { phase: Phase; box: Box }): string {
  const [ground, edge] = PAPER[phase.color] ?? PLAIN_PAPER;
  const band = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="16" fill="${ground}" stroke="${edge}" stroke-dasharray="4 3"/>`;
  const look = `${FONT} font-size="13" font-weight="600" fill="${SOFT}"`;
  return band + textOf(shortened(phase.name, width - 28, 13), x + 14, y + 18, look);
}

function noteOf(flow: FlowDefinition, note: Note): string {
  const { x, y, width, height } = boxOfNote(flow, note);
  const [ground, edge] = PAPER[note.color] ?? PLAIN_PAPER;
  const paper = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="${ground}" stroke="#c3ccc9"/>`;
  const top = `<rect x="${x}" y="${y}" width="${width}" height="4" rx="2" fill="${edge}"/>`;
  const look = `${FONT} font-size="${NOTE_FONT}" fill="${INK}"`;
  return (
    paper +
    top +
    noteLines(note)
      .map((line) => textOf(line.text, x + line.x, y + line.y, look))
      .join("")
  );
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function textOf(text: string, x: number, y: number, look: string): string {
  return `<text x="${x}" y="${y}" ${look}>${text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char)}</text>`;
}
