import { expect, it } from "vitest";
import type { Note } from "@/model/canvas";
import type { FlowDefinition } from "@/model/flow";
import { differenceOf } from "./difference";

const flow = (over: Partial<FlowDefinition["nodes"][number]> = {}): FlowDefinition => ({
  nodes: [
    { id: "start", name: "Start", x: 0, y: 0, step: { kind: "start" } },
    { id: "end", name: "End", x: 0, y: 100, step: { kind: "end", result: "done" }, ...over },
  ],
  edges: [{ id: "e1", from: "start", to: "end", port: "out" }],
});

it("names what was added, removed and changed, and forgets where it stands", () => {
  expect(differenceOf(flow(), flow({ x: 50, y: 70 }))).toEqual([]);
  expect(differenceOf(flow(), flow({ step: { result: "done", kind: "end" } }))).toEqual([]);
  expect(differenceOf(flow(), flow({ name: "Closed" }))).toEqual([
    { what: "changed", place: "nodes.end", name: "Closed" },
  ]);
  const { nodes } = flow();
  expect(differenceOf(flow(), { nodes: nodes.slice(0, 1), edges: [] })).toEqual([
    { what: "removed", place: "nodes.end", name: "End" },
    { what: "removed", place: "edges.e1", name: "Start → End" },
  ]);
  expect(differenceOf(null, flow())).toHaveLength(3);
});

it("names notes by how they begin, and forgets where they lie", () => {
  const noted = (over: Partial<Note> = {}): FlowDefinition => ({
    ...flow(),
    notes: [{ id: "note", text: "Why\nso", color: "yellow", x: 0, y: 0, width: 160, height: 100, ...over }],
  });
  expect(differenceOf(flow(), noted())).toEqual([{ what: "added", place: "notes.note", name: "Why" }]);
  expect(differenceOf(noted(), noted({ x: 9, step: "end", width: 200 }))).toEqual([]);
  expect(differenceOf(noted(), noted({ color: "pink" }))).toHaveLength(1);
});

it("names phases, in whatever order they hold their steps", () => {
  const phased = (steps: string[]): FlowDefinition => ({
    ...flow(),
    phases: [{ id: "intake", name: "Intake", color: "teal", steps }],
  });
  expect(differenceOf(phased(["start", "end"]), phased(["end", "start"]))).toEqual([]);
  expect(differenceOf(phased(["start", "end"]), phased(["end"]))).toEqual([
    { what: "changed", place: "phases.intake", name: "Intake" },
  ]);
});
