// What a person does on the canvas, as named steps of history. A drawing that stands in order is put in order again.

import { applyFlow, type FlowChange, type Places, type Point } from "@/model/edit/flow";
import { copy, type Fragment, lastOf, paste, pasteInto } from "@/model/edit/flow_copy";
import {
  addAfter,
  addAt,
  addAtExit,
  addBefore,
  addInto,
  connect,
  type Fresh,
  moveBranch,
  newStep,
  nodePlace,
  type Plan,
  reconnect,
  remove,
  setEdge,
  setNode,
} from "@/model/edit/flow_plan";
import type { StepName } from "@/model/edit/history";
import { changeKind, type LostSettings } from "@/model/edit/step_kind";
import type { Edge, FlowDefinition, Node, NodeKind } from "@/model/flow";
import { entriesOf } from "@/model/flow_ports";
import { arrange, isArranged } from "@/nodes/drawing/arrange";
import { boxOf } from "@/nodes/drawing/boxes";
import { type Aside, sayLocked, turnAside } from "@/ui/designer/set_aside";
import type { FlowStore } from "./draft_session";
import { type IsRefused, lockAmong } from "./locks";
import { noteDeeds, notesKept, notesMoved } from "./note_deeds";
import { phaseDeeds, phasesKept } from "./phase_deeds";
import { type Chosen, placesBeside, type Things } from "./selection";

/** Where something new goes. */
export type Where = { edge: string } | { after: string } | { exit: string } | { before: string } | { at: Point };

export type Deeds = ReturnType<typeof deedsOf>;

const PUSH = 132;

/** In a hand-made drawing a new step pushes down what stands in its way. */
function pushDown(flow: FlowDefinition, added: ReadonlySet<string>): FlowChange[] {
  const fresh = flow.nodes.filter(({ id }) => added.has(id)).map(boxOf);
  const top = Math.min(...fresh.map(({ y }) => y));
  const old = flow.nodes.filter(({ id }) => !added.has(id));
  const isHit = old.some((node) => {
    const a = boxOf(node);
    return fresh.some(
      (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
    );
  });
  if (!isHit) return [];
  const below = old.filter(({ y }) => y >= top - PUSH / 2 + 1);
  const by = PUSH + Math.max(...fresh.map(({ y }) => y)) - top;
  return [{ kind: "place", places: Object.fromEntries(below.map(({ id, x, y }) => [id, { x, y: y + by }])) }];
}

function settled(before: FlowDefinition, plan: Plan): readonly FlowChange[] {
  const changes = [...plan.changes, ...notesKept(before, plan.flow), ...phasesKept(before, plan.flow)];
  if (isArranged(before, arrange(before))) {
    return [...changes, { kind: "place", places: arrange(plan.flow).places }];
  }
  const known = new Set(before.nodes.map(({ id }) => id));
  const added = new Set(plan.flow.nodes.map(({ id }) => id).filter((id) => !known.has(id)));
  return added.size ? [...changes, ...pushDown(plan.flow, added)] : changes;
}

/** What whoever did it is told. */
export interface Told {
  /** Of the line for everything else, when something is deleted: it stayed all the same, or another took its place. */
  otherwise: (became: "kept" | "moved") => void;
  /** `gone`: what was taken out because it was asked for, and what of it went along. */
  removed: (how: "remove" | "cut", gone: Things) => void;
  replaced: (before: Node, kind: NodeKind, lost: LostSettings) => void;
  /** What these are called, together. */
  nameOf: (places: readonly string[]) => string;
}

function goneBetween(before: FlowDefinition, after: FlowDefinition, asked: Partial<Chosen>): Things {
  const lost = <T extends { id: string }>(was: readonly T[] = [], now: readonly T[] = [], ids?: readonly string[]) =>
    was.filter(({ id }) => !now.some((one) => one.id === id) && (ids?.includes(id) ?? true));
  return {
    nodes: lost(before.nodes, after.nodes),
    edges: lost(before.edges, after.edges, asked.edges ?? []),
    notes: lost(before.notes, after.notes),
    phases: lost(before.phases, after.phases, asked.phases ?? []),
  };
}

export function deedsOf(store: FlowStore, fresh: Fresh, told: Told) {
  const flow = () => store.getState().history.doc;
  const isRefused: IsRefused = (changes) => {
    const place = lockAmong(store.getState().aside.locked, changes);
    if (place !== null) sayLocked(told.nameOf([place]));
    return place !== null;
  };
  /** Whether it was done. */
  const perform = (key: string, plan: Plan | null, params: Record<string, string | number> = {}): boolean => {
    if (!plan) return false;
    const changes = settled(flow(), plan);
    // A phase that is dissolved with the last of its steps is changed as much as they are.
    if (isRefused([...plan.changes, ...changes.filter(({ kind }) => kind === "drop_phase")])) return false;
    store.getState().dispatch({ changes, name: { key, params }, selection: plan.selection });
    return true;
  };
  /** Changes of settings leave every step where it is. */
  const adjust = (key: string, plan: Plan, group: string | undefined, params: StepName["params"] = {}) => {
    const { changes, selection } = plan;
    if (isRefused(changes)) return;
    store.getState().dispatch({ changes, name: { key, params }, selection, ...(group !== undefined && { group }) });
  };
  const named = (kind: NodeKind) => ({ name: fresh(kind).name });

  return {
    add(kind: NodeKind, where: Where) {
      const step = newStep(kind, fresh);
      const plan = () => {
        if ("edge" in where) return addInto(flow(), where.edge, step);
        if ("exit" in where) return addAtExit(flow(), where.exit, step);
        if ("before" in where) return addBefore(flow(), where.before, step);
        return "after" in where ? addAfter(flow(), where.after, step) : addAt(flow(), where.at, step);
      };
      perform("add", plan(), named(kind));
    },
    /** With nothing selected: before the first end. */
    addBesideSelection(kind: NodeKind, selection: readonly string[]) {
      const place = selection.at(-1) ?? "";
      const [list, id = ""] = place.split(/\.(.*)/s);
      const end = flow().nodes.find(({ step }) => step.kind === "end");
      if (list === "edges") this.add(kind, { edge: id });
      else if (list === "nodes") this.add(kind, { after: id });
      else if (end && entriesOf(flow(), end.id).length) this.add(kind, { after: end.id });
      else this.add(kind, { at: { x: 0, y: 0 } });
    },
    remove(asked: Partial<Chosen>, how: "remove" | "cut" = "remove") {
      const { nodes = [], edges = [], notes = [], phases = [] } = asked;
      const bare: FlowChange[] = [
        ...notes.map((id): FlowChange => ({ kind: "drop_note", id })),
        ...phases.map((id): FlowChange => ({ kind: "drop_phase", id })),
      ];
      const before = flow();
      const left = bare.reduce((doc, change) => applyFlow(doc, change).doc, before);
      const plan = remove(left, nodes, edges);
      const changes = [...bare, ...plan.changes];
      const gone = goneBetween(before, plan.flow, asked);
      const count = Object.values(gone).flat().length;
      if (changes.length) {
        if (!perform(how, { ...plan, changes }, { count })) return;
        told.removed(how, gone);
      }
      const now = plan.flow.edges;
      if (now.some(({ id }) => edges.includes(id))) told.otherwise("kept");
      const conditioned = new Set(left.edges.filter(({ condition }) => condition !== undefined).map(({ id }) => id));
      if (now.some(({ id, condition }) => condition === undefined && conditioned.has(id))) told.otherwise("moved");
    },
    connect: (from: string, to: string) => perform("connect", connect(flow(), from, to)),
    reconnect: (edge: string, from: string, to: string) => perform("reconnect", reconnect(flow(), edge, from, to)),
    setNode(node: Node, group?: string) {
      adjust("settings", setNode(flow(), node), group && `${node.id}.${group}`, { name: node.name });
    },
    /** Of several at once; they stay selected. */
    setNodes(nodes: readonly Node[], group?: string) {
      const changes = nodes.flatMap((node) => setNode(flow(), node).changes);
      const ids = nodes.map(({ id }) => id).join();
      const plan = { changes, flow: flow(), selection: store.getState().history.selection };
      adjust("settingsAll", plan, group && `${ids}.${group}`, { count: nodes.length });
    },
    rename: (node: Node) => adjust("rename", setNode(flow(), node), `${node.id}.name`, { name: node.name }),
    setEdge: (edge: Edge, group?: string) => adjust("line", setEdge(flow(), edge), group && `${edge.id}.${group}`),
    /** What another kind would take away. */
    lostAs: (node: Node, kind: NodeKind): LostSettings => changeKind(flow(), node, fresh(kind).step).lost,
    replaceKind(node: Node, kind: NodeKind) {
      const { plan, lost } = changeKind(flow(), node, fresh(kind).step);
      const isDone = perform("replace", plan, named(kind));
      if (isDone && lost.settings.length + lost.conditions + lost.lines > 0) told.replaced(node, kind, lost);
    },
    moveBranch: (edge: string, to: number) => perform("branchOrder", moveBranch(flow(), edge, to)),
    move(places: Places, group?: string): boolean {
      const count = Object.keys(places).length;
      const moved: FlowChange = { kind: "place", places };
      const changes = [moved, ...notesMoved(applyFlow(flow(), moved).doc, places)];
      if (count === 0 || isRefused(changes)) return false;
      store.getState().dispatch({ changes, name: { key: "move", params: { count } }, ...(group && { group }) });
      return true;
    },
    /** The selected steps and notes, by keys. */
    nudge(by: Point): Places {
      const places = placesBeside(flow(), store.getState().history.selection, by);
      return this.move(places, `nudge.${Object.keys(places)}`) ? places : {};
    },
    tidy() {
      const { places } = arrange(flow());
      store.getState().dispatch({ changes: [{ kind: "place", places }], name: { key: "tidy" } });
    },
    /** Behind what is selected, or into the selected line, so that it takes part at once; steps not in a row stay free. */
    paste(fragment: Fragment, { nodes = [], edges = [] }: Partial<Chosen> = {}, key = "paste") {
      const [edge] = edges;
      const after = lastOf(flow(), nodes);
      const where = after === undefined ? edge && edges.length === 1 && { edge } : !edge && { after };
      const plan = (where && pasteInto(flow(), fragment, where)) || paste(flow(), fragment);
      perform(key, plan, { count: plan.selection.length });
    },
    duplicate({ nodes = [], notes = [] }: Partial<Chosen>) {
      const fragment = copy(flow(), nodes, notes);
      if (fragment) this.paste(fragment, { nodes }, "duplicate");
    },
    notes: noteDeeds(store, isRefused),
    phases: phaseDeeds(store, isRefused),
    nameOf: told.nameOf,
    /** Whether it is locked, which is then said. */
    isLocked(place: string): boolean {
      const isIt = store.getState().aside.locked.includes(place);
      if (isIt) sayLocked(told.nameOf([place]));
      return isIt;
    },
    /** Hidden or locked, for whoever edits alone. */
    turn: (how: keyof Aside, places: readonly string[]) => turnAside(store, how, places, told.nameOf(places)),
    replaceAll(definition: FlowDefinition, key: string) {
      const changes: FlowChange[] = [
        ...flow().edges.map(({ id }): FlowChange => ({ kind: "drop_edge", id })),
        ...flow().nodes.map(({ id }): FlowChange => ({ kind: "drop_node", id })),
        ...(flow().notes ?? []).map(({ id }): FlowChange => ({ kind: "drop_note", id })),
        ...(flow().phases ?? []).map(({ id }): FlowChange => ({ kind: "drop_phase", id })),
        ...definition.nodes.map((node, at): FlowChange => ({ kind: "put_node", node, at })),
        ...definition.edges.map((edge, at): FlowChange => ({ kind: "put_edge", edge, at })),
        ...(definition.notes ?? []).map((note, at): FlowChange => ({ kind: "put_note", note, at })),
        ...(definition.phases ?? []).map((phase, at): FlowChange => ({ kind: "put_phase", phase, at })),
      ];
      store.getState().dispatch({ changes, name: { key }, selection: [] });
    },
    select: (ids: readonly string[]) => store.getState().select(ids),
    selectNode: (id: string) => store.getState().select([nodePlace(id)]),
  };
}
