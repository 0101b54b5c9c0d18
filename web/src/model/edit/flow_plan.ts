// What a person does to a drawing, as changes: add a step into a line or after a step, connect, delete and heal, copy.
// Pure; positions of new nodes are rough, the caller arranges. Selections are places: `nodes.review`, `edges.e3`.

import type { Edge, FlowDefinition, Node, NodeKind, Port, Step } from "../flow";
import { entriesOf, exitsOf, freePort, isSamePort, meetingOf, type Ports, portName, portsOf } from "../flow_ports";
import { freshSlug } from "../id";
import { applyFlow, type FlowChange, type Point } from "./flow";

export interface Plan {
  changes: readonly FlowChange[];
  flow: FlowDefinition;
  selection: readonly string[];
}

/** A new step with the settings it begins with and a name that no step of `flow` has; left out: of the drawing as it stands. */
export type Fresh = (kind: NodeKind, flow?: FlowDefinition) => { name: string; step: Step };

/** Rough room for a step below another; the caller arranges afterwards. */
const STEP_DOWN = 132;
const STEP_ASIDE = 240;

export const nodePlace = (id: string): string => `nodes.${id}`;
export const edgePlace = (id: string): string => `edges.${id}`;

/** Collects changes while the drawing they make is looked at. */
export interface Sketch {
  flow: FlowDefinition;
  changes: FlowChange[];
}

const begin = (flow: FlowDefinition): Sketch => ({ flow, changes: [] });

export function draw(sketch: Sketch, change: FlowChange): void {
  sketch.flow = applyFlow(sketch.flow, change).doc;
  sketch.changes.push(change);
}

const finish = ({ flow, changes }: Sketch, selection: readonly string[]): Plan => ({ flow, changes, selection });

const nodeOf = (flow: FlowDefinition, id: string): Node | undefined => flow.nodes.find((node) => node.id === id);

function putNode(sketch: Sketch, node: Node): void {
  const at = sketch.flow.nodes.findIndex(({ id }) => id === node.id);
  draw(sketch, { kind: "put_node", node, at: at < 0 ? sketch.flow.nodes.length : at });
}

function putEdge(sketch: Sketch, edge: Edge): void {
  const at = sketch.flow.edges.findIndex(({ id }) => id === edge.id);
  draw(sketch, { kind: "put_edge", edge, at: at < 0 ? sketch.flow.edges.length : at });
}

function addNode(sketch: Sketch, fresh: Fresh, kind: NodeKind, point: Point): Node {
  const id = freshSlug(kind, new Set(sketch.flow.nodes.map((node) => node.id)));
  const node = { id, ...fresh(kind, sketch.flow), x: Math.round(point.x), y: Math.round(point.y) };
  putNode(sketch, node);
  return node;
}

/** `e7`: short, for people read it in the problems of a drawing. */
export function freshEdge(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`e${number}`)) number += 1;
  return `e${number}`;
}

function addEdge(sketch: Sketch, edge: Omit<Edge, "id">): Edge {
  const added = { id: freshEdge(sketch.flow.edges.map(({ id }) => id)), ...edge };
  putEdge(sketch, added);
  return added;
}

/** An exit that leads nowhere yet. */
interface LooseEnd {
  from: string;
  port: Port;
  condition?: string;
}

interface Block {
  /** Where it is entered. */
  entry: string;
  ends: LooseEnd[];
  /** What is selected; left out: the entry. */
  selection?: readonly string[];
}

/** What comes into a drawing: a new step, or steps that stood elsewhere. */
export interface Piece {
  /** Nothing follows it. */
  isEnd: boolean;
  put: (sketch: Sketch, at: Point) => Block;
}

export const newStep = (kind: NodeKind, fresh: Fresh): Piece => ({
  isEnd: kind === "end",
  put: (sketch, at) => addBlock(sketch, fresh, kind, at),
});

const placed = (sketch: Sketch, { entry, selection = [nodePlace(entry)] }: Block): Plan => finish(sketch, selection);

/** The steps a kind begins with: a split comes with its join, a condition with a step for the case that it holds. */
function addBlock(sketch: Sketch, fresh: Fresh, kind: NodeKind, { x, y }: Point): Block {
  const node = addNode(sketch, fresh, kind, { x, y });
  if (kind === "exclusive") {
    const handle = addNode(sketch, fresh, "handle", { x: x - STEP_ASIDE / 2, y: y + STEP_DOWN });
    addEdge(sketch, { from: node.id, to: handle.id, port: "out", condition: "" });
    return {
      entry: node.id,
      ends: [
        { from: handle.id, port: "out" },
        { from: node.id, port: "out" },
      ],
    };
  }
  if (kind === "parallel") {
    const join = addNode(sketch, fresh, "join", { x, y: y + 2 * STEP_DOWN });
    putNode(sketch, { ...node, step: { kind: "parallel", join: join.id } });
    for (const side of [-1, 1]) {
      const branch = addNode(sketch, fresh, "approve", { x: x + (side * STEP_ASIDE) / 2, y: y + STEP_DOWN });
      addEdge(sketch, { from: node.id, to: branch.id, port: "out" });
      addEdge(sketch, { from: branch.id, to: join.id, port: "approved" });
    }
    return { entry: node.id, ends: [{ from: join.id, port: "out" }] };
  }
  const port = portsOf(node.step).needed[0];
  return { entry: node.id, ends: port ? [{ from: node.id, port }] : [] };
}

function tie(sketch: Sketch, ends: readonly LooseEnd[], to: string): void {
  for (const end of ends) addEdge(sketch, { ...end, to });
}

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** A step into a line: what came in now enters the step, what follows follows it. */
export function addInto(flow: FlowDefinition, edgeId: string, piece: Piece): Plan | null {
  const edge = flow.edges.find(({ id }) => id === edgeId);
  const from = edge && nodeOf(flow, edge.from);
  const to = edge && nodeOf(flow, edge.to);
  if (!from || !to) return null;
  const sketch = begin(flow);
  const block = piece.put(sketch, between(from, to));
  putEdge(sketch, { ...edge, to: block.entry });
  tie(sketch, block.ends, to.id);
  return placed(sketch, block);
}

/** A step before a step, where the lines that lead to it meet. */
export function addBefore(flow: FlowDefinition, nodeId: string, piece: Piece): Plan | null {
  const node = nodeOf(flow, nodeId);
  const entries = entriesOf(flow, nodeId);
  if (!node || entries.length === 0) return null;
  const sketch = begin(flow);
  const block = piece.put(sketch, { x: node.x, y: node.y - STEP_DOWN });
  for (const edge of entries) putEdge(sketch, { ...edge, to: block.entry });
  tie(sketch, block.ends, node.id);
  return placed(sketch, block);
}

/** A step after a step; out of a gateway, as one more branch; before an end, since nothing follows one. */
export function addAfter(flow: FlowDefinition, nodeId: string, piece: Piece): Plan | null {
  const node = nodeOf(flow, nodeId);
  if (!node) return null;
  if (portsOf(node.step).isMany) return addBranch(flow, nodeId, piece);
  if (node.step.kind === "end" && !piece.isEnd) return addBefore(flow, nodeId, piece);
  const [main] = portsOf(node.step).needed;
  const edge = exitsOf(flow, nodeId).find(({ port }) => main && isSamePort(port, main));
  if (edge && !piece.isEnd) return addInto(flow, edge.id, piece);
  return addAtExit(flow, nodeId, piece);
}

/** A step at the next free exit, such as the one for a rejection; what follows is where the other exit leads. */
export function addAtExit(flow: FlowDefinition, nodeId: string, piece: Piece): Plan | null {
  const node = nodeOf(flow, nodeId);
  const port = node && freePort(flow, node);
  if (!node || !port) return null;
  const [other] = exitsOf(flow, nodeId);
  const sketch = begin(flow);
  const block = piece.put(sketch, { x: node.x + (other ? STEP_ASIDE : 0), y: node.y + STEP_DOWN });
  addEdge(sketch, { from: nodeId, to: block.entry, port });
  if (other) tie(sketch, block.ends, other.to);
  return placed(sketch, block);
}

/** One more way out of a gateway, which meets the others where they meet. */
export function addBranch(flow: FlowDefinition, gatewayId: string, piece: Piece): Plan | null {
  const gateway = nodeOf(flow, gatewayId);
  if (!gateway || !portsOf(gateway.step).isMany) return null;
  const meeting = meetingOf(flow, gateway);
  const sketch = begin(flow);
  const widest = Math.max(gateway.x, ...exitsOf(flow, gatewayId).map(({ to }) => nodeOf(flow, to)?.x ?? gateway.x));
  const block = piece.put(sketch, { x: widest + STEP_ASIDE, y: gateway.y + STEP_DOWN });
  const exits = exitsOf(sketch.flow, gatewayId);
  const edge: Omit<Edge, "id"> = { from: gatewayId, to: block.entry, port: "out" };
  if (gateway.step.kind === "exclusive" && exits.length) edge.condition = "";
  const added = addEdge(sketch, edge);
  // The default is asked last, so it is drawn last.
  const last = exits.at(-1);
  if (last && edge.condition !== undefined && last.condition === undefined) swapLast(sketch, added, last);
  if (meeting) tie(sketch, block.ends, meeting);
  return placed(sketch, block);
}

function swapLast(sketch: Sketch, added: Edge, last: Edge): void {
  const at = sketch.flow.edges.findIndex(({ id }) => id === last.id);
  draw(sketch, { kind: "put_edge", edge: added, at });
}

/** A step on its own, dropped beside everything else. */
export function addAt(flow: FlowDefinition, point: Point, piece: Piece): Plan {
  const sketch = begin(flow);
  return placed(sketch, piece.put(sketch, point));
}

const defaultsOf = (flow: FlowDefinition, gateway: string): Edge[] =>
  nodeOf(flow, gateway)?.step.kind === "exclusive"
    ? exitsOf(flow, gateway).filter(({ condition }) => condition === undefined)
    : [];

/** A condition step always has a line for everything else: the only one stays until another takes its place. */
export function isHeld(flow: FlowDefinition, { id, from }: Pick<Edge, "id" | "from">): boolean {
  const defaults = defaultsOf(flow, from);
  return defaults.length === 1 && defaults[0]?.id === id;
}

export type ConnectRefusal = "itself" | "start" | "end" | "noPort" | "default";

/** Why a line from one step to another may not be drawn; `null` when it may. The exit of the line that is `moved` is free for it. */
export function cannotConnect(flow: FlowDefinition, from: string, to: string, moved?: string): ConnectRefusal | null {
  const source = nodeOf(flow, from);
  const target = nodeOf(flow, to);
  if (!source || !target || source.step.kind === "end") return "end";
  if (from === to) return "itself";
  if (target.step.kind === "start") return "start";
  const others = { ...flow, edges: flow.edges.filter(({ id }) => id !== moved) };
  if (flow.edges.some((edge) => edge.id === moved && edge.from !== from && isHeld(flow, edge))) return "default";
  return freePort(others, source) ? null : "noPort";
}

/** A line by a given exit, or by the next free one. */
export function connect(flow: FlowDefinition, from: string, to: string, by?: Port): Plan | null {
  const source = nodeOf(flow, from);
  const port = by ?? (source && freePort(flow, source));
  if (!source || !port) return null;
  const sketch = begin(flow);
  const edge: Omit<Edge, "id"> = { from, to, port };
  if (defaultsOf(flow, from).length) edge.condition = "";
  return finish(sketch, [edgePlace(addEdge(sketch, edge).id)]);
}

/** Another beginning or end for a line; its exit follows the step it now leaves. */
export function reconnect(flow: FlowDefinition, edgeId: string, from: string, to: string): Plan | null {
  const edge = flow.edges.find(({ id }) => id === edgeId);
  const source = nodeOf(flow, from);
  const isMoved = from !== edge?.from;
  if (!edge || !source || from === to || (isMoved && isHeld(flow, edge))) return null;
  const ports = portsOf(source.step);
  const mayKeep = [...ports.needed, ...ports.optional].some((port) => isSamePort(port, edge.port));
  const port = !isMoved && mayKeep ? edge.port : freePort(flow, source);
  if (!port) return null;
  const sketch = begin(flow);
  const next: Edge = { ...edge, from, to, port };
  if (source.step.kind !== "exclusive") delete next.condition;
  else if (isMoved && defaultsOf(flow, from).length) next.condition ??= "";
  putEdge(sketch, next);
  return finish(sketch, [edgePlace(edgeId)]);
}

/** Of these steps and what goes with them: never the start, and a split and its join are one thing. */
export function removable(flow: FlowDefinition, ids: readonly string[]): string[] {
  const doomed = new Set(ids.filter((id) => nodeOf(flow, id)?.step.kind !== "start"));
  for (const { id, step } of flow.nodes) {
    if (step.kind !== "parallel" || !step.join) continue;
    if (doomed.has(id) || doomed.has(step.join)) doomed.add(id).add(step.join);
  }
  return [...doomed];
}

/**
 * Deletes steps and lines. Around a deleted step the line is healed: who led to it leads to what followed. A condition step that
 * stays keeps its line for everything else; where that leads nowhere any more, the last of its lines takes its place.
 */
export function remove(flow: FlowDefinition, nodes: readonly string[], edges: readonly string[]): Plan {
  const sketch = begin(flow);
  for (const edge of flow.edges.filter(({ id }) => edges.includes(id))) {
    if (nodes.includes(edge.from) || !isHeld(sketch.flow, edge)) draw(sketch, { kind: "drop_edge", id: edge.id });
  }
  for (const id of removable(flow, nodes)) heal(sketch, id);
  for (const { id } of flow.nodes) {
    const last = exitsOf(sketch.flow, id).at(-1);
    if (last && defaultsOf(flow, id).length && !defaultsOf(sketch.flow, id).length) putEdge(sketch, plain(last));
  }
  return finish(sketch, []);
}

function heal(sketch: Sketch, id: string): void {
  const exits = exitsOf(sketch.flow, id);
  const next = exits.find(({ condition }) => condition === undefined) ?? exits[0];
  const follower = next && next.to !== id ? next.to : null;
  for (const edge of entriesOf(sketch.flow, id)) {
    if (follower && edge.from !== id && edge.from !== follower) putEdge(sketch, { ...edge, to: follower });
    else draw(sketch, { kind: "drop_edge", id: edge.id });
  }
  for (const edge of exitsOf(sketch.flow, id)) draw(sketch, { kind: "drop_edge", id: edge.id });
  draw(sketch, { kind: "drop_node", id });
}

/** Other settings of a step, or another kind: its lines leave by exits it has, one each, or go. */
export function setNode(flow: FlowDefinition, node: Node): Plan {
  const sketch = begin(flow);
  putNode(sketch, node);
  const old = nodeOf(flow, node.id);
  const ports = portsOf(node.step);
  if (old?.step.kind === node.step.kind && exitNames(portsOf(old.step)) === exitNames(ports)) {
    return finish(sketch, [nodePlace(node.id)]);
  }
  const known = [...ports.needed, ...ports.optional];
  const taken: Port[] = [];
  const isFree = (port: Port) => ports.isMany || !taken.some((one) => isSamePort(one, port));
  const exits = exitsOf(sketch.flow, node.id);
  for (const [at, edge] of exits.entries()) {
    const mayKeep = known.some((port) => isSamePort(port, edge.port)) && isFree(edge.port);
    const port = mayKeep ? edge.port : known.find(isFree);
    if (!port) {
      draw(sketch, { kind: "drop_edge", id: edge.id });
      continue;
    }
    taken.push(port);
    const next = conditioned({ ...edge, port }, node.step.kind === "exclusive", at === exits.length - 1);
    if (port !== edge.port || next.condition !== edge.condition) putEdge(sketch, next);
  }
  return finish(sketch, [nodePlace(node.id)]);
}

const exitNames = ({ needed, optional }: Ports): string => [...needed, ...optional].map(portName).join(" ");

/** Only lines out of a condition step have conditions; there all but the last have one from the beginning. */
function conditioned(edge: Edge, isAsked: boolean, isLast: boolean): Edge {
  if (isAsked) return isLast || edge.condition !== undefined ? edge : { ...edge, condition: "" };
  return plain(edge);
}

function plain({ condition: _, ...edge }: Edge): Edge {
  return edge;
}

/** A line that becomes the one for everything else takes that from the line that was. */
export function setEdge(flow: FlowDefinition, edge: Edge): Plan {
  const sketch = begin(flow);
  putEdge(sketch, edge);
  if (edge.condition === undefined) {
    for (const other of defaultsOf(flow, edge.from)) {
      if (other.id !== edge.id) putEdge(sketch, { ...other, condition: "" });
    }
  }
  return finish(sketch, [edgePlace(edge.id)]);
}

/** Another place among the lines out of one gateway: the order conditions are tried in. */
export function moveBranch(flow: FlowDefinition, edgeId: string, to: number): Plan | null {
  const edge = flow.edges.find(({ id }) => id === edgeId);
  const displaced = edge && exitsOf(flow, edge.from)[to];
  if (!edge || !displaced || displaced.id === edgeId) return null;
  const sketch = begin(flow);
  const at = flow.edges.findIndex(({ id }) => id === displaced.id);
  draw(sketch, { kind: "put_edge", edge, at });
  return finish(sketch, [nodePlace(edge.from)]);
}
