// Where things stand in the flow picture. Positions are those of the designer; only the frame is ours.

import type { Edge, FlowDefinition } from "@/model/flow";
import type { Visit } from "@/model/order";

/** Room for what it is, who has it and when. */
export const CARD = { width: 184, height: 68 } as const;
const MARGIN = 24;

export interface Point {
  x: number;
  y: number;
}

/** The part of the plane that holds every card. */
export function frameOf(nodes: readonly Point[]): { x: number; y: number; width: number; height: number } {
  const xs = nodes.map(({ x }) => x);
  const ys = nodes.map(({ y }) => y);
  const x = Math.min(...xs) - MARGIN;
  const y = Math.min(...ys) - MARGIN;
  return {
    x,
    y,
    width: Math.max(...xs) + CARD.width + MARGIN - x,
    height: Math.max(...ys) + CARD.height + MARGIN - y,
  };
}

/** A smooth line from the edge of one card to the edge of the other, leaving downwards when the other is below. */
export function linePath(from: Point, to: Point): string {
  if (to.y >= from.y + CARD.height) {
    const [x1, y1] = [from.x + CARD.width / 2, from.y + CARD.height];
    const [x2, y2] = [to.x + CARD.width / 2, to.y];
    const middle = (y1 + y2) / 2;
    return `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`;
  }
  const isForward = to.x >= from.x;
  const [x1, y1] = [from.x + (isForward ? CARD.width : 0), from.y + CARD.height / 2];
  const [x2, y2] = [to.x + (isForward ? 0 : CARD.width), to.y + CARD.height / 2];
  const bend = Math.max(40, Math.abs(x2 - x1) / 2) * (isForward ? 1 : -1);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

export type Stand = "now" | "done" | "undone" | "ahead";

/** Where the order stands with a node, by its latest visit. */
export function standOf(node: string, visits: readonly Visit[]): { stand: Stand; visit: Visit | null; times: number } {
  const mine = visits.filter((visit) => visit.node === node);
  const open = mine.find(({ state }) => state === "open");
  const last = open ?? mine.reduce<Visit | null>((a, b) => (a && a.entered_at > b.entered_at ? a : b), null);
  const stand: Stand = open ? "now" : !last ? "ahead" : last.state === "done" ? "done" : "undone";
  return { stand, visit: last, times: mine.length };
}

/** Lines whose ends exist, with both ends. */
export function linesOf(flow: FlowDefinition): { edge: Edge; from: Point; to: Point }[] {
  const places = new Map(flow.nodes.map((node) => [node.id, node]));
  return flow.edges.flatMap((edge) => {
    const from = places.get(edge.from);
    const to = places.get(edge.to);
    return from && to ? [{ edge, from, to }] : [];
  });
}
