import { describe, expect, it } from "vitest";
import { applyFlow } from "@/model/edit/flow";
import { addAfter, addBranch, addInto, connect, newStep } from "@/model/edit/flow_plan";
import type { FlowDefinition, NodeKind } from "@/model/flow";
import { arrange, isArranged } from "./arrange";
import { boxOf } from "./boxes";
import { drawingOf } from "./drawing";
import { pathOf } from "./route";

const fresh = (kind: NodeKind) => ({ name: kind, step: { kind } as FlowDefinition["nodes"][number]["step"] });

const plain: FlowDefinition = {
  nodes: [
    { id: "start", name: "start", x: 0, y: 0, step: { kind: "start" } },
    { id: "end", name: "end", x: 5, y: 9, step: { kind: "end" } },
  ],
  edges: [{ id: "e1", from: "start", to: "end", port: "out" }],
};

/** A condition, a split in one of its branches, a step in the other. */
function busy(): FlowDefinition {
  let flow = addInto(plain, "e1", newStep("exclusive", fresh))?.flow ?? plain;
  flow = addBranch(flow, "exclusive", newStep("handle", fresh))?.flow ?? flow;
  flow = addAfter(flow, "handle", newStep("parallel", fresh))?.flow ?? flow;
  return addAfter(flow, "join", newStep("approve", fresh))?.flow ?? flow;
}

/** The same numbers for the same seed. */
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Steps added into lines, after steps and as branches; and lines across, which nobody should draw but some will. */
function grown(seed: number, deeds: number): FlowDefinition {
  const below = chance(seed);
  const kinds: NodeKind[] = ["handle", "approve", "exclusive", "parallel", "cc", "end"];
  let flow = plain;
  for (let deed = 0; deed < deeds; deed++) {
    const kind = kinds[below(kinds.length)] ?? "handle";
    const node = flow.nodes[below(flow.nodes.length)]?.id ?? "";
    const edge = flow.edges[below(flow.edges.length)]?.id ?? "";
    const other = flow.nodes[below(flow.nodes.length)]?.id ?? "";
    const plans = [
      () => addInto(flow, edge, newStep(kind, fresh)),
      () => addAfter(flow, node, newStep(kind, fresh)),
      () => addBranch(flow, node, newStep(kind, fresh)),
      () => (below(3) ? null : connect(flow, node, other)),
    ];
    flow = plans[below(plans.length)]?.()?.flow ?? flow;
  }
  return flow;
}

function overlaps(flow: FlowDefinition): [string, string][] {
  const boxes = flow.nodes.map((node) => ({ id: node.id, ...boxOf(node) }));
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
      .map((b): [string, string] => [a.id, b.id]),
  );
}

const put = (flow: FlowDefinition) => applyFlow(flow, { kind: "place", places: arrange(flow).places }).doc;

describe("a drawing in order", () => {
  it.each([2, 99, 0x51f3, 123_456])("lets no two steps overlap, however it grew (seed %i)", (seed) => {
    expect(overlaps(put(grown(seed, 60)))).toEqual([]);
  });

  it("leads every line down", () => {
    const flow = put(busy());
    const at = new Map(flow.nodes.map((node) => [node.id, node.y]));
    expect(flow.edges.filter(({ from, to }) => (at.get(from) ?? 0) >= (at.get(to) ?? 0))).toEqual([]);
  });

  it("stays as it is when it is put in order again, wherever the start stands", () => {
    const flow = put(busy());
    expect(isArranged(flow, arrange(flow))).toBe(true);
    const moved = { ...flow, nodes: flow.nodes.map((node) => ({ ...node, x: node.x + 77, y: node.y - 5 })) };
    expect(isArranged(moved, arrange(moved))).toBe(true);
    expect(isArranged(busy(), arrange(busy()))).toBe(false);
  });

  it("stands branches in drawn order, with split and join in their middle", () => {
    const flow = put(addInto(plain, "e1", newStep("parallel", fresh))?.flow ?? plain);
    const x = Object.fromEntries(flow.nodes.map((node) => [node.id, node.x]));
    expect(x.approve).toBeLessThan(x.approve_2 ?? 0);
    expect([x.parallel, x.join, ((x.approve ?? 0) + (x.approve_2 ?? 0)) / 2]).toEqual([0, 0, 0]);
  });

  it("keeps what nothing leads to, and circles, on the canvas", () => {
    const step = { kind: "handle" } as const;
    const lost = ["a", "b"].map((id) => ({ id, name: id, x: 0, y: 0, step }));
    const edges = [
      { id: "e8", from: "a", to: "b", port: "out" as const },
      { id: "e9", from: "b", to: "a", port: "out" as const },
    ];
    const flow = put({ nodes: [...plain.nodes, ...lost], edges: [...plain.edges, ...edges] });
    expect(new Set(flow.nodes.map(({ x, y }) => `${x},${y}`)).size).toBe(4);
    expect(drawingOf(flow).lines.size).toBe(3);
  });
});

describe("a line", () => {
  it("runs straight down between steps of one column", () => {
    const line = drawingOf(put(plain)).lines.get("e1");
    expect(line && pathOf(line)).toBe("M104 72L104 148");
  });

  it("leads around the side when it leads back", () => {
    const flow = put({ ...plain, edges: [...plain.edges, { id: "e2", from: "end", to: "start", port: "out" }] });
    const line = drawingOf(flow).lines.get("e2");
    expect(line?.corners.map(({ x }) => x)).toEqual([172, 244, 244, 208]);
  });

  it("that doubles another keeps aside of it", () => {
    const flow = { ...plain, edges: [...plain.edges, { id: "e2", from: "start", to: "end", port: "out" as const }] };
    const { lines } = drawingOf({ ...flow, nodes: flow.nodes.map((node, i) => ({ ...node, y: i * 300 })) });
    expect(lines.get("e1")?.middle).not.toEqual(lines.get("e2")?.middle);
  });
});
