import { describe, expect, it } from "vitest";
import type { FlowDefinition } from "@/model/flow";
import { wayInto } from "./trial_path";

const flow: FlowDefinition = {
  nodes: ["start", "if", "a", "b", "c"].map((id) => ({ id, name: id, x: 0, y: 0, step: { kind: "handle" } })),
  edges: [
    ["start", "if"],
    ["if", "a"],
    ["if", "b"],
    ["a", "c"],
    ["b", "c"],
    ["c", "if"],
  ].map(([from = "", to = ""]) => ({ id: `${from}-${to}`, from, to, port: "out" })),
};

const ids = (path: string[], steps: string[], node: string) =>
  wayInto(
    flow,
    path,
    steps.map((step) => ({ node: step })),
    node,
  ).map(({ id }) => id);

describe("the way of a trial run", () => {
  const path = ["start-if", "if-a", "a-c"];

  it("leads to a step from the one before it", () => {
    expect(ids(path, ["a", "c"], "a")).toEqual(["if-a", "start-if"]);
    expect(ids(path, ["a", "c"], "c")).toEqual(["a-c"]);
    expect(ids(path, ["c"], "c")).toEqual(["a-c", "if-a", "start-if"]);
  });

  it("ends in a circle", () => {
    expect(ids(["if-a", "a-c", "c-if"], [], "a")).toEqual(["if-a", "c-if", "a-c"]);
  });
});
