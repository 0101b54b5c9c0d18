import { describe, expect, it } from "vitest";
import type { FlowDefinition, NodeKind } from "../flow";
import { exitsOf, portsOf, reachedFrom } from "../flow_ports";
import { applyFlow, type FlowChange } from "./flow";
import { copy, lastOf, parseFragment, paste, pasteInto } from "./flow_copy";
import {
  addAfter,
  addAt,
  addAtExit,
  addBranch,
  addInto,
  cannotConnect,
  connect,
  moveBranch,
  newStep,
  type Plan,
  reconnect,
  remove,
  setEdge,
  setNode,
} from "./flow_plan";
import { begin, edit, undo } from "./history";

const KINDS: NodeKind[] = ["handle", "approve", "exclusive", "parallel", "cc", "update", "end"];

const fresh = (kind: NodeKind) => ({ name: kind, step: { kind } as FlowDefinition["nodes"][number]["step"] });

const plain: FlowDefinition = {
  nodes: [
    { id: "start", name: "start", x: 0, y: 0, step: { kind: "start" } },
    { id: "end", name: "end", x: 0, y: 120, step: { kind: "end" } },
  ],
  edges: [{ id: "e1", from: "start", to: "end", port: "out" }],
};

/** The same numbers for the same seed. */
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Something a person might do next. */
function deed(flow: FlowDefinition, below: (max: number) => number): Plan | null {
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const node = pick(flow.nodes);
  const other = pick(flow.nodes);
  const edge = flow.edges.length ? pick(flow.edges).id : "none";
  switch (below(10)) {
    case 0:
      return addInto(flow, edge, newStep(pick(KINDS), fresh));
    case 1:
      return addAfter(flow, node.id, newStep(pick(KINDS), fresh));
    case 2:
      return addBranch(flow, node.id, newStep(pick(KINDS), fresh));
    case 3:
      return addAt(flow, { x: below(900), y: below(900) }, newStep(pick(KINDS), fresh));
    case 4:
      return connect(flow, node.id, other.id);
    case 5:
      return reconnect(flow, edge, node.id, other.id);
    case 6:
      return remove(flow, [node.id, other.id], [edge]);
    case 7:
      return moveBranch(flow, edge, below(3));
    case 8: {
      const fragment = copy(flow, [node.id, other.id]);
      return fragment && (pasteInto(flow, fragment, { after: other.id }) ?? paste(flow, fragment));
    }
    default:
      return node.step.kind === "start"
        ? null
        : setNode(flow, { ...node, name: "other", step: fresh(pick(KINDS)).step });
  }
}

describe("a drawing", () => {
  it.each([1, 7, 0x51f3, 99_991])("comes back exactly when everything is undone (seed %i)", (seed) => {
    const below = chance(seed);
    let history = begin<FlowDefinition, FlowChange>(plain);
    const seen = [plain];
    for (let step = 0; step < 300; step++) {
      const plan = deed(history.doc, below);
      if (!plan) continue;
      history = edit(history, applyFlow, { name: { key: "deed" }, changes: plan.changes, now: step * 10_000 });
      expect(history.doc).toEqual(plan.flow);
      seen.push(history.doc);
      if (below(4) > 0) continue;
      history = undo(history, applyFlow);
      seen.pop();
      expect(history.doc).toEqual(seen.at(-1));
    }
    while (history.past.length) history = undo(history, applyFlow);
    expect(history.doc).toEqual(plain);
  });

  it.each([5, 43, 8_191])("keeps the one line for everything else of a condition step (seed %i)", (seed) => {
    const below = chance(seed);
    const defaultsIn = (flow: FlowDefinition) =>
      flow.nodes
        .filter(({ id, step }) => step.kind === "exclusive" && exitsOf(flow, id).length)
        .map(({ id }) => ({ id, count: exitsOf(flow, id).filter(({ condition }) => condition === undefined).length }));
    let flow = addInto(plain, "e1", newStep("exclusive", fresh))?.flow ?? plain;
    let seen = 0;
    for (let step = 0; step < 400; step++) {
      const had = new Set(defaultsIn(flow).flatMap(({ id, count }) => (count ? [id] : [])));
      flow = deed(flow, below)?.flow ?? flow;
      const now = defaultsIn(flow);
      expect(now.filter(({ id, count }) => count > 1 || (had.has(id) && count === 0))).toEqual([]);
      seen += now.length;
    }
    expect(seen).toBeGreaterThan(400);
  });

  it.each([3, 42, 4_711])("never has a line that hangs in the air, nor an id twice (seed %i)", (seed) => {
    const below = chance(seed);
    let flow = plain;
    for (let step = 0; step < 300; step++) flow = deed(flow, below)?.flow ?? flow;
    const ids = flow.nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(flow.edges.map(({ id }) => id)).size).toBe(flow.edges.length);
    expect(flow.edges.filter(({ from, to }) => !ids.includes(from) || !ids.includes(to))).toEqual([]);
  });
});

describe("adding", () => {
  it.each(KINDS.filter((kind) => kind !== "end"))("%s into a line leaves no exit loose", (kind) => {
    const flow = addInto(plain, "e1", newStep(kind, fresh))?.flow ?? plain;
    const loose = flow.nodes.filter(
      ({ id, step }) => exitsOf(flow, id).length < (portsOf(step).isMany ? 2 : portsOf(step).needed.length),
    );
    expect(loose).toEqual([]);
    expect(reachedFrom(flow, "start")).toHaveLength(flow.nodes.length - 1);
  });

  it("before a step joins all lines that lead to it", () => {
    const flow = addInto(plain, "e1", newStep("exclusive", fresh))?.flow ?? plain;
    const before = addAfter(flow, "end", newStep("cc", fresh))?.flow ?? flow;
    expect(before.edges.filter(({ to }) => to === "end")).toMatchObject([{ from: "cc" }]);
    expect(before.edges.filter(({ to }) => to === "cc").map(({ from }) => from)).toEqual(["handle", "exclusive"]);
  });

  it("at the exit for a rejection goes on where an approval does; an end closes it", () => {
    const flow = addInto(plain, "e1", newStep("approve", fresh))?.flow ?? plain;
    const more = addAtExit(flow, "approve", newStep("handle", fresh))?.flow ?? flow;
    expect(exitsOf(more, "approve")).toMatchObject([
      { to: "end", port: "approved" },
      { to: "handle", port: "rejected" },
    ]);
    expect(exitsOf(more, "handle")).toMatchObject([{ to: "end" }]);
    expect(exitsOf(addAtExit(flow, "approve", newStep("end", fresh))?.flow ?? flow, "approve")[1]?.to).toBe("end_2");
    expect(addAtExit(more, "approve", newStep("handle", fresh))).toBeNull();
  });

  it("puts a branch before the default, which is asked last", () => {
    const flow = addInto(plain, "e1", newStep("exclusive", fresh))?.flow ?? plain;
    const more = addBranch(flow, "exclusive", newStep("handle", fresh))?.flow ?? flow;
    expect(exitsOf(more, "exclusive").map(({ condition }) => condition)).toEqual(["", "", undefined]);
    expect(exitsOf(more, "handle_2")).toMatchObject([{ to: "end" }]);
  });
});

describe("deleting", () => {
  it("heals the line around the step", () => {
    const flow = addInto(plain, "e1", newStep("handle", fresh))?.flow ?? plain;
    expect(remove(flow, ["handle"], []).flow.edges).toMatchObject([{ from: "start", to: "end" }]);
  });

  it("keeps a condition's line for everything else, which goes with the step alone", () => {
    const flow = addInto(plain, "e1", newStep("exclusive", fresh))?.flow ?? plain;
    const [asked, other] = exitsOf(flow, "exclusive");
    if (!asked || !other) throw new Error("a condition has two lines");
    expect(remove(flow, [], [other.id]).changes).toEqual([]);
    expect(cannotConnect(flow, "handle", "end", other.id)).toBe("default");
    expect(reconnect(flow, other.id, "handle", "end")).toBeNull();
    expect(remove(flow, ["exclusive"], [other.id]).flow.nodes.map(({ id }) => id)).toEqual(["start", "end", "handle"]);
    const { condition: _, ...plainly } = asked;
    const swapped = setEdge(flow, plainly).flow;
    expect(exitsOf(swapped, "exclusive").map(({ condition }) => condition)).toEqual([undefined, ""]);
    expect(exitsOf(remove(swapped, [], [other.id]).flow, "exclusive")).toHaveLength(1);
  });

  it("lets another line take the place of the one for everything else when that leads nowhere any more", () => {
    const flow = addInto(plain, "e1", newStep("exclusive", fresh))?.flow ?? plain;
    const apart = addAt(flow, { x: 400, y: 0 }, newStep("end", fresh)).flow;
    const other = exitsOf(apart, "exclusive")[1]?.id ?? "";
    const moved = reconnect(apart, other, "exclusive", "end_2")?.flow ?? apart;
    const left = remove(moved, ["end_2"], []).flow;
    expect(exitsOf(left, "exclusive")).toMatchObject([{ to: "handle" }]);
    expect(exitsOf(left, "exclusive")[0]).not.toHaveProperty("condition");
  });

  it("takes a split's join along, and keeps the start", () => {
    const flow = addInto(plain, "e1", newStep("parallel", fresh))?.flow ?? plain;
    const left = remove(flow, ["parallel", "start"], []).flow;
    expect(left.nodes.map(({ id }) => id)).toEqual(["start", "end", "approve", "approve_2"]);
    expect(reachedFrom(left, "start")).toEqual(["approve", "end"]);
  });
});

describe("another kind", () => {
  const kindOf = (flow: FlowDefinition, id: string, kind: NodeKind) => {
    const node = flow.nodes.find((one) => one.id === id);
    return node ? setNode(flow, { ...node, step: fresh(kind).step }).flow : flow;
  };

  it("leaves one line per exit, without conditions", () => {
    const flow = addInto(plain, "e1", newStep("exclusive", fresh))?.flow ?? plain;
    const approve = exitsOf(kindOf(flow, "exclusive", "approve"), "exclusive");
    expect(approve).toMatchObject([{ port: "approved" }, { port: "rejected" }]);
    expect(approve.map(({ condition }) => condition)).toEqual([undefined, undefined]);
    expect(exitsOf(kindOf(flow, "exclusive", "handle"), "exclusive")).toHaveLength(1);
  });

  it("asks for a condition on every line but the last", () => {
    const flow = addInto(plain, "e1", newStep("approve", fresh))?.flow ?? plain;
    const two = connect(flow, "approve", "start", "rejected")?.flow ?? flow;
    const exits = exitsOf(kindOf(two, "approve", "exclusive"), "approve");
    expect(exits.map(({ port, condition }) => [port, condition])).toEqual([
      ["out", ""],
      ["out", undefined],
    ]);
  });
});

describe("a line", () => {
  it("is refused by the start, the end, its own step and a step without a free exit", () => {
    const flow = addInto(plain, "e1", newStep("handle", fresh))?.flow ?? plain;
    expect(cannotConnect(flow, "handle", "start")).toBe("start");
    expect(cannotConnect(flow, "end", "handle")).toBe("end");
    expect(cannotConnect(flow, "handle", "handle")).toBe("itself");
    expect(cannotConnect(flow, "start", "end")).toBe("noPort");
  });

  it("that is moved keeps its exit", () => {
    const flow = addInto(plain, "e1", newStep("handle", fresh))?.flow ?? plain;
    expect(cannotConnect(flow, "start", "end", "e1")).toBeNull();
    expect(cannotConnect(flow, "start", "start", "e1")).toBe("itself");
  });
});

describe("the clipboard", () => {
  it("pairs a pasted split with its pasted join", () => {
    const flow = addInto(plain, "e1", newStep("parallel", fresh))?.flow ?? plain;
    const fragment = parseFragment(JSON.stringify(copy(flow, ["start", "parallel", "join"])));
    expect(fragment && paste(flow, fragment).flow.nodes.at(-1)).toMatchObject({ id: "join_2" });
    expect(fragment && paste(flow, fragment).flow.nodes.at(-2)?.step).toEqual({ kind: "parallel", join: "join_2" });
  });

  const chained = () => {
    const one = addInto(plain, "e1", newStep("handle", fresh))?.flow ?? plain;
    return addAfter(one, "handle", newStep("approve", fresh))?.flow ?? one;
  };
  const waysOf = ({ edges }: FlowDefinition) => edges.map(({ from, to }) => `${from} ${to}`).sort();
  const put = (flow: FlowDefinition, ids: string[], where: { edge: string } | { after: string }) => {
    const fragment = copy(flow, ids);
    return fragment && pasteInto(flow, fragment, where);
  };

  it("puts a step behind its original, by the exit that goes on", () => {
    const two = connect(chained(), "approve", "end", "rejected")?.flow ?? plain;
    const flow = { ...two, edges: [...two.edges].reverse() };
    const plan = put(flow, ["approve"], { after: "approve" });
    expect(plan?.selection).toEqual(["nodes.approve_2"]);
    expect(plan?.flow.edges.filter(({ to }) => to === "approve_2")).toMatchObject([
      { from: "approve", port: "approved" },
    ]);
    expect(plan?.flow.edges.filter(({ from }) => from === "approve_2")).toMatchObject([
      { to: "end", port: "approved" },
    ]);
  });

  it("tells copies from their originals by name, as far as these have one", () => {
    const flow = chained();
    const nodes = flow.nodes.map((node) => ({ ...node, name: node.id === "handle" ? "维修" : "" }));
    const named = { ...flow, nodes };
    const once = put(named, ["handle"], { after: "handle" })?.flow ?? named;
    const twice = put(once, ["handle_2", "approve"], { edge: "e1" })?.flow ?? once;
    const names = twice.nodes.filter(({ step }) => step.kind === "handle" || step.kind === "approve");
    expect(names.map(({ name }) => name).sort()).toEqual(["", "", "维修", "维修 2", "维修 3"]);
  });

  it("puts steps in a row into a line or one more branch, with every exit tied", () => {
    const flow = chained();
    const into = put(flow, ["approve", "handle"], { edge: "e1" })?.flow ?? flow;
    expect(waysOf(into)).toEqual([
      "approve end",
      "approve_2 handle",
      "handle approve",
      "handle_2 approve_2",
      "start handle_2",
    ]);
    const gateway = addInto(flow, "e1", newStep("exclusive", fresh))?.flow ?? flow;
    const branch = put(gateway, ["approve"], { after: "exclusive" })?.flow ?? gateway;
    expect(exitsOf(branch, "exclusive").map(({ to, condition }) => [to, condition])).toEqual([
      ["handle_2", ""],
      ["approve_2", ""],
      ["handle", undefined],
    ]);
    const many = { ...flow.nodes[2], step: { kind: "handle", outcomes: [{ id: "a" }, { id: "b" }] } } as never;
    const outcomes = put({ ...flow, nodes: [...flow.nodes.slice(0, 2), many, ...flow.nodes.slice(3)] }, ["handle"], {
      edge: "e1",
    });
    expect(outcomes?.flow.edges.filter(({ from }) => from === "handle_2").map(({ port }) => port)).toEqual([
      { outcome: "a" },
      { outcome: "b" },
    ]);
  });

  it("leaves what forks or stands apart to stand freely", () => {
    const flow = addInto(chained(), "e1", newStep("parallel", fresh))?.flow ?? plain;
    for (const ids of [["parallel"], ["join"], ["end"], ["handle", "approve_2"], ["parallel", "approve_3", "join"]]) {
      expect(put(flow, ids, { after: "approve" })).toBeNull();
    }
    expect(lastOf(flow, ["approve", "handle"])).toBe("approve");
    expect(lastOf(flow, ["approve_2", "approve_3"])).toBeUndefined();
    expect(lastOf(flow, ["join"])).toBe("join");
  });

  it("refuses other text", () => {
    expect(["hello", "{}", '{"format":"tessera/flow/1"}', "tessera/flow/1"].map(parseFragment)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
