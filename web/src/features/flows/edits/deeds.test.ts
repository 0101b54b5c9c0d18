import { describe, expect, it } from "vitest";
import { applyFlow, type FlowChange } from "@/model/edit/flow";
import { copy } from "@/model/edit/flow_copy";
import type { FlowDefinition, Node } from "@/model/flow";
import { createDesigner } from "@/ui/designer/session";
import { deedsOf } from "./deeds";

const flow: FlowDefinition = {
  nodes: [
    { id: "start", name: "", x: 0, y: 0, step: { kind: "start" } },
    { id: "work", name: "", x: 0, y: 148, step: { kind: "handle" } },
    { id: "end", name: "", x: 0, y: 296, step: { kind: "end" } },
  ],
  edges: [
    { id: "e1", from: "start", to: "work", port: "out" },
    { id: "e2", from: "work", to: "end", port: "out" },
  ],
};

function desk(definition = flow) {
  const store = createDesigner<FlowDefinition, FlowChange>(definition, applyFlow);
  const told: string[] = [];
  const deeds = deedsOf(store, (kind) => ({ name: kind, step: { kind: kind === "exclusive" ? kind : "handle" } }), {
    otherwise: (became) => told.push(became),
    removed: (how, gone) => told.push(`${how} ${Object.values(gone).flatMap((list) => list.map(({ id }) => id))}`),
    nameOf: String,
    replaced: ({ id }, kind, { settings }) => told.push(`${id} ${kind} ${settings}`),
  });
  const doc = () => store.getState().history.doc;
  const way = () => doc().edges.map(({ from, to }) => `${from} ${to}`);
  return { store, deeds, doc, way, told };
}

const byId = ({ nodes }: FlowDefinition, id: string): Node | undefined => nodes.find((node) => node.id === id);

describe("a copy of a step", () => {
  it("takes part at once, and one step back it is gone", () => {
    const { store, deeds, doc, way } = desk();
    deeds.duplicate({ nodes: ["work"] });
    expect(way()).toEqual(["start work", "work handle", "handle end"]);
    expect([byId(doc(), "handle")?.y, byId(doc(), "end")?.y]).toEqual([296, 444]);
    store.getState().undo();
    expect(doc()).toEqual(flow);
  });

  it("pushes down what is below it in a drawing made by hand", () => {
    const placed = { ...flow, nodes: flow.nodes.map((node) => (node.id === "end" ? { ...node, y: 284 } : node)) };
    const { deeds, doc } = desk(placed);
    deeds.duplicate({ nodes: ["work"] });
    expect(byId(doc(), "work")?.y).toBe(148);
    expect(byId(doc(), "handle")?.y).toBe(216);
    expect(byId(doc(), "end")?.y).toBe(416);
  });

  it("is pasted behind the selected steps or into the selected line, and freely where that says nothing", () => {
    const { deeds, way } = desk();
    const fragment = copy(flow, ["work"]);
    if (!fragment) throw new Error("a step is copied");
    deeds.paste(fragment, { edges: ["e1"] });
    expect(way()).toEqual(["start handle", "work end", "handle work"]);
    deeds.paste(fragment, { nodes: ["handle", "work"] });
    expect(way()).toEqual(["start handle", "work handle_2", "handle work", "handle_2 end"]);
    deeds.paste(fragment);
    deeds.paste(fragment, { nodes: ["work"], edges: ["e1"] });
    deeds.paste(fragment, { edges: ["e1", "e2"] });
    expect(way()).toHaveLength(4);
  });
});

describe("the line for everything else", () => {
  it("stays when it is deleted, and says so; where its step goes, another takes its place, and says so", () => {
    const { deeds, doc, told } = desk();
    deeds.add("exclusive", { edge: "e1" });
    const exits = () => doc().edges.filter(({ from }) => from === "exclusive");
    const [asked, other] = exits();
    deeds.remove({ edges: [other?.id ?? ""] });
    expect([exits().length, told]).toEqual([2, ["kept"]]);
    deeds.add("end", { at: { x: 600, y: 0 } });
    const end = doc().nodes.at(-1)?.id ?? "";
    deeds.reconnect(other?.id ?? "", "exclusive", end);
    deeds.remove({ nodes: [end] });
    expect(exits()).toEqual([{ id: asked?.id, from: "exclusive", to: asked?.to, port: "out" }]);
    deeds.remove({ nodes: ["exclusive"], edges: exits().map(({ id }) => id) });
    expect(told).toEqual(["kept", `remove ${end}`, "moved", `remove exclusive,${asked?.id}`]);
  });
});
