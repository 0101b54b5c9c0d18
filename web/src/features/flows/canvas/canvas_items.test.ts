import { expect, it } from "vitest";
import type { FlowDefinition } from "@/model/flow";
import { drawingOf } from "@/nodes/drawing/drawing";
import { canvasEdges, canvasNodes, canvasNotes, canvasPhases, shownEdges, shownNodes } from "./canvas_items";

const note = { text: "", color: "yellow", x: 240, y: 0, width: 176, height: 104 } as const;
const flow: FlowDefinition = {
  nodes: ["a", "b", "c"].map((id, at) => ({ id, name: id, x: 0, y: at * 148, step: { kind: "handle" } })),
  edges: [
    { id: "ab", from: "a", to: "b", port: "out" },
    { id: "bc", from: "b", to: "c", port: "out" },
  ],
  notes: [
    { ...note, id: "free" },
    { ...note, id: "stuck", step: "b" },
  ],
  phases: [{ id: "phase", name: "", color: "teal", steps: ["b"] }],
};
const none = new Set<string>();

it("what is hidden is not drawn: a line goes with either of its steps, a note with the step it is stuck to", () => {
  const nodes = [
    ...canvasPhases(flow, none),
    ...canvasNodes(flow, none, false, () => false),
    ...canvasNotes(flow, null, none, () => false),
  ];
  const edges = canvasEdges(flow, drawingOf(flow), none, false);
  const shown = (...hidden: string[]) =>
    [...shownNodes(nodes, hidden), ...shownEdges(edges, hidden)].map(({ id }) => id).join(" ");
  expect(shown()).toBe("phases.phase a b c notes.free notes.stuck ab bc");
  expect(shown("nodes.b")).toBe("phases.phase a c notes.free");
  expect(shown("edges.ab", "notes.stuck", "phases.phase")).toBe("a b c notes.free bc");
});

it("what is locked stays where it is, and nothing else does", () => {
  const isFixed = (place: string) => place === "nodes.b" || place === "notes.free";
  const items = [...canvasNodes(flow, none, false, isFixed), ...canvasNotes(flow, null, none, isFixed)];
  expect(items.filter(({ draggable }) => !draggable).map(({ id }) => id)).toEqual(["b", "notes.free"]);
});
