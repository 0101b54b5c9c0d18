import { beforeEach, describe, expect, it } from "vitest";
import { applyFlow, type FlowChange } from "@/model/edit/flow";
import type { FlowDefinition, Node, NodeKind, Step } from "@/model/flow";
import { createDesigner } from "@/ui/designer/session";
import { useToasts } from "@/ui/toast";
import { type Deeds, deedsOf } from "./deeds";
import { isThere } from "./locks";

const node = (id: string, at: number, step: Step): Node => ({ id, name: id, x: 0, y: at * 148, step });
const note = { id: "note", text: "why", color: "yellow", x: 600, y: 0, width: 176, height: 104 } as const;
const phase = { id: "phase", name: "phase", color: "teal", steps: ["b"] } as const;

const flow: FlowDefinition = {
  nodes: [
    node("start", 0, { kind: "start" }),
    node("a", 1, { kind: "handle" }),
    node("b", 2, { kind: "handle" }),
    node("end", 3, { kind: "end" }),
  ],
  edges: [
    { id: "e1", from: "start", to: "a", port: "out" },
    { id: "e2", from: "a", to: "b", port: "out" },
    { id: "e3", from: "b", to: "end", port: "out" },
  ],
  notes: [note],
  phases: [{ ...phase, steps: [...phase.steps] }],
};
const [, a, b] = flow.nodes;
const [e1] = flow.edges;
if (!a || !b || !e1) throw new Error("the flow has them");

const nobody = () => undefined;

function open(locked: string[], selection: string[] = []) {
  const store = createDesigner<FlowDefinition, FlowChange>(flow, applyFlow);
  store.getState().setAside({ hidden: [], locked });
  store.getState().select(selection);
  const fresh = (kind: NodeKind) => ({ name: kind, step: { kind } as Step });
  const told = { otherwise: nobody, removed: nobody, replaced: nobody, nameOf: String };
  return { store, deeds: deedsOf(store, fresh, told) };
}

type Deed = (deeds: Deeds) => unknown;

const ON: Record<string, readonly [string, Deed][]> = {
  "nodes.a": [
    ["set", (deeds) => deeds.setNode({ ...a, step: { kind: "handle", mode: "all" } })],
    ["set with others", (deeds) => deeds.setNodes([a, b])],
    ["renamed", (deeds) => deeds.rename({ ...a, name: "x" })],
    ["of another kind", (deeds) => deeds.replaceKind(a, "approve")],
    ["moved", (deeds) => deeds.move({ a: { x: 4, y: 4 }, b: { x: 0, y: 0 } })],
    ["moved by keys", (deeds) => deeds.nudge({ x: 20, y: 0 })],
    ["removed", (deeds) => deeds.remove({ nodes: ["a", "b"] })],
  ],
  "edges.e1": [
    ["changed", (deeds) => deeds.setEdge({ ...e1, label: "x" })],
    ["tied elsewhere", (deeds) => deeds.reconnect("e1", "start", "b")],
    ["parted by a new step", (deeds) => deeds.add("approve", { edge: "e1" })],
    ["removed", (deeds) => deeds.remove({ edges: ["e1"] })],
    ["led on by the removal of its step", (deeds) => deeds.remove({ nodes: ["a"] })],
  ],
  "notes.note": [
    ["written", (deeds) => deeds.notes.set({ ...note, text: "x" })],
    ["moved", (deeds) => deeds.move({ "notes.note": { x: 900, y: 900 } })],
    ["made larger", (deeds) => deeds.notes.grow({ x: 20, y: 0 })],
    ["removed", (deeds) => deeds.remove({ notes: ["note"] })],
  ],
  "phases.phase": [
    ["renamed", (deeds) => deeds.phases.set({ ...phase, name: "x", steps: ["b"] })],
    ["robbed of its steps", (deeds) => deeds.phases.group(["b"], String)],
    ["dissolved with its last step", (deeds) => deeds.remove({ nodes: ["b"] })],
    ["removed", (deeds) => deeds.remove({ phases: ["phase"] })],
  ],
};

const said = () => useToasts.getState().toasts.map(({ text }) => text);

describe("what is locked", () => {
  beforeEach(() => useToasts.setState({ toasts: [] }));

  const cases = Object.entries(ON).flatMap(([place, deeds]) => deeds.map(([how, deed]) => ({ place, how, deed })));

  it.each(cases)("$place is not $how, and says so; unlocked it is", ({ place, deed }) => {
    const locked = open([place], [place]);
    deed(locked.deeds);
    expect(locked.store.getState().history).toMatchObject({ doc: flow, past: [] });
    expect(said()).toEqual([`“${place}”已锁定，先在大纲里解锁再改。`]);
    const free = open([], [place]);
    deed(free.deeds);
    expect(free.store.getState().history.past).toHaveLength(1);
  });

  it("moves on with the others where the drawing stands in order, may be copied, and its neighbours change", () => {
    const { store, deeds } = open(["nodes.b"]);
    deeds.add("approve", { edge: "e1" });
    expect(store.getState().history.doc.nodes.find(({ id }) => id === "b")?.y).toBe(3 * 148);
    deeds.duplicate({ nodes: ["b"] });
    deeds.rename({ ...a, name: "x" });
    deeds.tidy();
    expect([store.getState().history.past.length, said()]).toEqual([4, []]);
  });

  it("is turned off and on again by its place", () => {
    const { store, deeds } = open([]);
    deeds.turn("locked", ["nodes.a"]);
    expect([store.getState().aside.locked, deeds.isLocked("nodes.a"), said().length]).toEqual([["nodes.a"], true, 1]);
    deeds.turn("locked", ["nodes.a"]);
    expect(deeds.isLocked("nodes.a")).toBe(false);
  });
});

it("what is hidden and gone is not counted", () => {
  expect(["nodes.a", "edges.e3", "notes.note", "phases.phase"].every((place) => isThere(flow, place))).toBe(true);
  expect(["nodes.note", "edges.e9", "notes.a", "phases.b"].some((place) => isThere(flow, place))).toBe(false);
});
