import { describe, expect, it } from "vitest";
import { applyFlow, type FlowChange } from "@/model/edit/flow";
import type { FlowDefinition, Node } from "@/model/flow";
import { createDesigner } from "@/ui/designer/session";
import { deedsOf } from "./deeds";

const step = (id: string, at: number, kind: "start" | "handle" | "end"): Node => ({
  id,
  name: id,
  x: 0,
  y: at * 148,
  step: { kind },
});

const flow: FlowDefinition = {
  nodes: [step("start", 0, "start"), step("a", 1, "handle"), step("b", 2, "handle"), step("end", 3, "end")],
  edges: [
    { id: "e1", from: "start", to: "a", port: "out" },
    { id: "e2", from: "a", to: "b", port: "out" },
    { id: "e3", from: "b", to: "end", port: "out" },
  ],
};

const nobody = () => undefined;

function desk() {
  const store = createDesigner<FlowDefinition, FlowChange>(flow, applyFlow);
  const deeds = deedsOf(store, (kind) => ({ name: kind, step: { kind: "handle" } }), {
    otherwise: nobody,
    removed: nobody,
    nameOf: String,
    replaced: nobody,
  });
  const phases = () => (store.getState().history.doc.phases ?? []).map(({ name, steps }) => `${name}: ${steps}`);
  const group = (...steps: string[]) => deeds.phases.group(steps, (number) => `P${number}`);
  return { store, deeds, phases, group };
}

describe("a phase", () => {
  it("takes its steps out of other phases, and one that has none left is gone", () => {
    const { store, phases, group } = desk();
    group("start", "a");
    group("a", "b");
    expect(phases()).toEqual(["P1: start", "P2: a,b"]);
    expect(store.getState().history.selection).toEqual(["phases.phase_2"]);
    group("start");
    expect(phases()).toEqual(["P2: a,b", "P3: start"]);
    store.getState().undo();
    expect(phases()).toEqual(["P1: start", "P2: a,b"]);
  });

  it("gets the steps that are put between two of its own, and no others", () => {
    const { deeds, phases, group } = desk();
    group("a", "b");
    deeds.add("handle", { edge: "e2" });
    expect(phases()).toEqual(["P1: a,b,handle"]);
    deeds.add("handle", { edge: "e1" });
    deeds.add("handle", { edge: "e3" });
    deeds.duplicate({ nodes: ["b"] });
    expect(phases()).toEqual(["P1: a,b,handle"]);
    deeds.duplicate({ nodes: ["a"] });
    expect(phases()).toEqual(["P1: a,b,handle,handle_5"]);
  });

  it("loses the steps that are deleted, is dissolved without them, and all comes back", () => {
    const { store, deeds, phases, group } = desk();
    group("a", "b");
    deeds.remove({ nodes: ["a"] });
    expect(phases()).toEqual(["P1: b"]);
    deeds.remove({ phases: ["phase"] });
    expect(phases()).toEqual([]);
    expect(store.getState().history.doc.nodes).toHaveLength(3);
    store.getState().undo();
    deeds.phases.takeOut("b");
    expect(phases()).toEqual([]);
    while (store.getState().history.past.length > 1) store.getState().undo();
    expect(phases()).toEqual(["P1: a,b"]);
  });
});
