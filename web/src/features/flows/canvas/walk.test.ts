import { expect, it } from "vitest";
import type { FlowDefinition } from "@/model/flow";
import { neighbour } from "./walk";

const at = (id: string, x: number, y: number) => ({ id, name: id, x, y, step: { kind: "handle" as const } });

const flow: FlowDefinition = {
  nodes: [
    { id: "start", name: "start", x: 100, y: 0, step: { kind: "start" } },
    at("a", 0, 100),
    at("b", 200, 100),
    at("c", 300, 300),
  ],
  edges: [
    { id: "e1", from: "start", to: "a", port: "out" },
    { id: "e2", from: "start", to: "b", port: "out" },
    { id: "e3", from: "b", to: "c", port: "out" },
  ],
};

it("walks along lines, and aside to the nearest", () => {
  expect(neighbour(flow, null, "down")).toBe("start");
  expect(neighbour(flow, "start", "down")).toBe("a");
  expect(neighbour(flow, "c", "up")).toBe("b");
  expect(neighbour(flow, "a", "right")).toBe("b");
  expect(neighbour(flow, "b", "left")).toBe("a");
  expect([neighbour(flow, "a", "left"), neighbour(flow, "a", "down")]).toEqual([null, null]);
});
