import { describe, expect, it } from "vitest";
import type { FlowDefinition, Node, Step } from "./flow";
import { mentionsOf } from "./flow_fields";

const node = (id: string, step: Step): Node => ({ id, name: id, x: 0, y: 0, step });

describe("fields a flow speaks of", () => {
  it("are those its conditions, people, permissions and formulas name", () => {
    const flow: FlowDefinition = {
      nodes: [
        node("start", { kind: "start", fields: { note: "hidden" } }),
        node("review", {
          kind: "approve",
          assign: { sources: [{ kind: "field", field: "boss" }, { kind: "initiator" }] },
        }),
        node("fill", { kind: "update", set: [{ field: "total", formula: "price * 2" }] }),
        node("end", { kind: "end" }),
      ],
      edges: [
        { id: "e1", from: "start", to: "review", port: "out", condition: 'urgency = "high" and price > 5' },
        { id: "e2", from: "review", to: "fill", port: "approved", condition: "price >" },
      ],
    };
    expect(mentionsOf(flow).map(({ place, how, fields }) => `${place} ${how} ${fields.join()}`)).toEqual([
      "nodes.start shows note",
      "nodes.review reads boss",
      "nodes.fill writes total",
      "nodes.fill reads price",
      "edges.e1 reads urgency,price",
    ]);
  });
});
