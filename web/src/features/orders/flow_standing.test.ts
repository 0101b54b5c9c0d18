import { describe, expect, it } from "vitest";
import type { FlowDefinition } from "@/model/flow";
import type { Visit } from "@/model/order";
import { standingOf } from "./flow_standing";

const visit = (node: string, state: string, entered_at: number): Visit => ({ node, state, entered_at, people: [] });
const step = (id: string) => ({ id, name: id, x: 0, y: 0, step: { kind: "handle" as const } });
const line = (from: string, to: string) => ({ id: `${from}${to}`, from, to, port: "out" as const });

/** a leads to b or c, and both to d. */
const definition: FlowDefinition = {
  nodes: ["a", "b", "c", "d"].map(step),
  edges: [line("a", "b"), line("a", "c"), line("b", "d"), line("c", "d")],
};

const all = (flow: FlowDefinition, visits: Visit[], taken_edges: string[] = []) => {
  const standing = standingOf({ definition: flow, visits, taken_edges });
  return {
    steps: flow.nodes.map(({ id }) => standing.step(id).stand),
    lines: flow.edges.map(standing.line),
  };
};

describe("where an order stands", () => {
  it("tells what may come from what it passed by", () => {
    expect(all(definition, [visit("a", "done", 1), visit("b", "open", 2)], ["ab"])).toEqual({
      steps: ["done", "now", "passed", "ahead"],
      lines: ["taken", "passed", "ahead", "passed"],
    });
  });

  it("may come again where a line leads back", () => {
    const circle = { ...definition, edges: [...definition.edges, line("d", "a")] };
    expect(all(circle, [visit("a", "done", 1), visit("b", "open", 2)], ["ab"])).toEqual({
      steps: ["done", "now", "ahead", "ahead"],
      lines: ["taken", "ahead", "ahead", "ahead", "ahead"],
    });
  });

  it("has passed by whatever it did not go through when it is over, and nothing before it began", () => {
    const over = [visit("a", "done", 1), visit("b", "done", 2), visit("d", "done", 3)];
    expect(all(definition, over, ["ab", "bd"]).steps).toEqual(["done", "done", "passed", "done"]);
    expect(all(definition, []).steps).toEqual(["ahead", "ahead", "ahead", "ahead"]);
  });

  it("says of a step what its latest stay says, an open one first", () => {
    const visits = [visit("a", "done", 1), visit("a", "rolled_back", 2), visit("b", "done", 3), visit("b", "open", 1)];
    const standing = standingOf({ definition, visits, taken_edges: [] });
    expect(standing.step("a")).toMatchObject({ stand: "undone", times: 2 });
    expect(standing.step("b")).toMatchObject({ stand: "now", times: 2 });
  });
});
