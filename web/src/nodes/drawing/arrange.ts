// Puts a drawing in order, top down: branches stand side by side in the order they were drawn, and meet again in the
// middle. The start stays where it is. Lines that lead back or across are left to the router of lines (./route).

import type { Edge, FlowDefinition, Node } from "@/model/flow";
import { portsOf } from "@/model/flow_ports";
import { ASIDE, COLUMN, GAP, sizeOf } from "./boxes";

export interface Point {
  x: number;
  y: number;
}

export interface Arrangement {
  places: Readonly<Record<string, Point>>;
  /** Of lines that belong to the order: the middle of the column they run down in. */
  lanes: ReadonlyMap<string, number>;
}

/** Around an anchor: the middle of its first step, at its top. */
interface Block {
  left: number;
  right: number;
  height: number;
  nodes: Map<string, Point>;
  lanes: Map<string, number>;
}

const LANE = 116;

const empty = (half: number): Block => ({ left: half, right: half, height: 0, nodes: new Map(), lanes: new Map() });

interface Walk {
  flow: FlowDefinition;
  byId: ReadonlyMap<string, Node>;
  /** By the step they leave, in drawn order. */
  exits: ReadonlyMap<string, readonly Edge[]>;
  placed: Set<string>;
}

export function arrange(flow: FlowDefinition): Arrangement {
  const byId = new Map(flow.nodes.map((node) => [node.id, node]));
  const walk: Walk = { flow, byId, exits: exitsByStep(flow), placed: new Set() };
  const start = flow.nodes.find(({ step }) => step.kind === "start") ?? flow.nodes[0];
  if (!start) return { places: {}, lanes: new Map() };
  const whole = lay(walk, start, new Set());
  for (const lost of roots(walk)) {
    if (!walk.placed.has(lost.id)) beside(whole, lay(walk, lost, new Set()), 0);
  }
  const shift = { x: start.x + COLUMN / 2, y: start.y };
  const places = [...whole.nodes].map(([id, { x, y }]) => [
    id,
    { x: Math.round(x + shift.x - COLUMN / 2), y: Math.round(y + shift.y) },
  ]);
  const lanes = new Map([...whole.lanes].map(([id, x]) => [id, Math.round(x + shift.x)]));
  return { places: Object.fromEntries(places), lanes };
}

function exitsByStep({ nodes, edges }: FlowDefinition): ReadonlyMap<string, readonly Edge[]> {
  const exits = new Map<string, Edge[]>(nodes.map(({ id }) => [id, []]));
  for (const edge of edges) exits.get(edge.from)?.push(edge);
  return exits;
}

const exitsFrom = ({ exits }: Walk, id: string): readonly Edge[] => exits.get(id) ?? [];

/** Steps that nothing leads to first, then whatever is left in circles. */
function roots({ flow, placed }: Walk): Node[] {
  const lost = flow.nodes.filter(({ id }) => !placed.has(id));
  const entered = new Set(flow.edges.map(({ to }) => to));
  return [...lost.filter(({ id }) => !entered.has(id)), ...lost.filter(({ id }) => entered.has(id))];
}

/** A step and all that follows, until a step of `stops`. */
function lay(walk: Walk, first: Node, stops: ReadonlySet<string>): Block {
  const block = empty(COLUMN / 2);
  let node: Node | undefined = first;
  while (node) {
    walk.placed.add(node.id);
    block.nodes.set(node.id, { x: 0, y: block.height });
    block.height += sizeOf(node.step.kind).height;
    const exits = exitsFrom(walk, node.id).filter(({ to }) => stops.has(to) || !walk.placed.has(to));
    const [only, ...others] = exits;
    if (!only) return block;
    if (others.length === 0) {
      block.lanes.set(only.id, 0);
      if (stops.has(only.to)) return block;
      node = walk.byId.get(only.to);
    } else {
      const meeting = meetingOf(walk, exits, stops);
      spread(walk, block, node, exits, meeting ? new Set([...stops, meeting]) : stops);
      node = meeting && !stops.has(meeting) && !walk.placed.has(meeting) ? walk.byId.get(meeting) : undefined;
    }
    if (node) block.height += GAP;
  }
  return block;
}

/** The nearest step that most of the exits lead to, at least two. */
function meetingOf(walk: Walk, exits: readonly Edge[], stops: ReadonlySet<string>): string | null {
  const ways = exits.map(({ to }) => ahead(walk, to, stops));
  const met = new Map<string, { count: number; far: number }>();
  for (const way of ways) {
    way.forEach((id, far) => {
      const known = met.get(id) ?? { count: 0, far: 0 };
      met.set(id, { count: known.count + 1, far: Math.max(known.far, far) });
    });
  }
  const shared = [...met].filter(([, { count }]) => count > 1);
  shared.sort(([, a], [, b]) => b.count - a.count || a.far - b.far);
  return shared[0]?.[0] ?? null;
}

/** Nearest first, from the step itself; not beyond the stops. */
function ahead(walk: Walk, from: string, stops: ReadonlySet<string>): string[] {
  const reached = new Set([from]);
  for (const id of reached) {
    if (stops.has(id)) continue;
    for (const { to } of exitsFrom(walk, id)) if (stops.has(to) || !walk.placed.has(to)) reached.add(to);
  }
  return [...reached];
}

/** The branches of one step, side by side below it: a gateway stands over their middle, any other over its first. */
function spread(walk: Walk, block: Block, node: Node, exits: readonly Edge[], stops: ReadonlySet<string>): void {
  const parts = exits.map((edge) => {
    const target = walk.byId.get(edge.to);
    const isLane = !target || stops.has(edge.to) || walk.placed.has(edge.to);
    return { edge, part: isLane ? empty(LANE / 2) : lay(walk, target, stops) };
  });
  const row = empty(0);
  let at = 0;
  const middles: number[] = [];
  for (const { edge, part } of parts) {
    const middle = at + part.left;
    middles.push(middle);
    place(row, part, middle, 0);
    row.lanes.set(edge.id, middle);
    at += part.left + part.right + ASIDE;
  }
  const width = at - ASIDE;
  const isGateway = portsOf(node.step).isMany;
  const anchor = isGateway ? ((middles[0] ?? 0) + (middles.at(-1) ?? 0)) / 2 : (middles[0] ?? 0);
  const below = block.height + GAP;
  place(block, row, -anchor, below);
  block.left = Math.max(block.left, anchor);
  block.right = Math.max(block.right, width - anchor);
  block.height = below + row.height;
}

function place(into: Block, part: Block, x: number, y: number): void {
  for (const [id, point] of part.nodes) into.nodes.set(id, { x: point.x + x, y: point.y + y });
  for (const [id, lane] of part.lanes) into.lanes.set(id, lane + x);
  into.height = Math.max(into.height, part.height + y);
}

function beside(whole: Block, part: Block, y: number): void {
  const x = whole.right + 2 * ASIDE + part.left;
  place(whole, part, x, y);
  whole.right = x + part.right;
}

/** Whether the steps stand as `arrange` would put them. */
export function isArranged(flow: FlowDefinition, { places }: Arrangement): boolean {
  return flow.nodes.every(({ id, x, y }) => places[id]?.x === x && places[id]?.y === y);
}
