import { expect, it } from "vitest";
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
