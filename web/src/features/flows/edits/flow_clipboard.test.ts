import { beforeEach, describe, expect, it, vi } from "vitest";
import { applyFlow, type FlowChange } from "@/model/edit/flow";
import type { FlowDefinition, Node, NodeKind, Step } from "@/model/flow";
import { createDesigner } from "@/ui/designer/session";
import { deedsOf } from "./deeds";
import { cutSteps, pasteSteps } from "./flow_clipboard";
import { chosenOf } from "./selection";

const node = (id: string, at: number, step: Step): Node => ({ id, name: id, x: 0, y: at * 148, step });

const flow: FlowDefinition = {
  nodes: [
    node("start", 0, { kind: "start" }),
    node("a", 1, { kind: "handle" }),
    node("split", 2, { kind: "parallel", join: "meet" }),
    node("left", 3, { kind: "approve" }),
    node("right", 4, { kind: "approve" }),
    node("meet", 5, { kind: "join" }),
    node("end", 6, { kind: "end" }),
  ],
  edges: [
    { id: "e1", from: "start", to: "a", port: "out" },
    { id: "e2", from: "a", to: "split", port: "out" },
    { id: "e3", from: "split", to: "left", port: "out" },
    { id: "e4", from: "split", to: "right", port: "out" },
    { id: "e5", from: "left", to: "meet", port: "approved" },
    { id: "e6", from: "right", to: "meet", port: "approved" },
    { id: "e7", from: "meet", to: "end", port: "out" },
  ],
  notes: [{ id: "note", text: "Why", color: "yellow", step: "a", x: 300, y: 0, width: 176, height: 104 }],
  phases: [
    { id: "first", name: "First", color: "teal", steps: ["a"] },
    { id: "second", name: "Second", color: "blue", steps: ["split", "left"] },
  ],
};

let clip = "";
beforeEach(() => {
  clip = "";
  vi.stubGlobal("navigator", {
    clipboard: {
      writeText: async (text: string) => {
        clip = text;
      },
      readText: async () => clip,
    },
  });
});

const nobody = () => undefined;

function desk() {
  const store = createDesigner<FlowDefinition, FlowChange>(flow, applyFlow);
  const fresh = (kind: NodeKind) => ({ name: kind, step: { kind } as Step });
  const deeds = deedsOf(store, fresh, { otherwise: nobody, removed: nobody, replaced: nobody, nameOf: String });
  const doc = () => store.getState().history.doc;
  return {
    doc,
    cut: (...places: string[]) => cutSteps(doc(), chosenOf(places), deeds),
    paste: (...places: string[]) => pasteSteps(deeds, () => chosenOf(places)),
    ids: () => doc().nodes.map(({ id }) => id),
    phases: () => (doc().phases ?? []).map(({ name, steps }) => `${name}: ${steps}`),
  };
}

describe("cutting", () => {
  it("a line, a phase or the start on its own does nothing to it and says so", async () => {
    const { cut, doc } = desk();
    expect(await cut("edges.e2")).toEqual(["line"]);
    expect(await cut("phases.first")).toEqual(["phase"]);
    expect(await cut("nodes.start")).toEqual(["start"]);
    expect(await cut("edges.e1", "phases.second", "nodes.start")).toEqual(["line", "phase", "start"]);
    expect([doc(), clip]).toEqual([flow, ""]);
  });

  it("takes a step with the phase it was alone in, and pasted both are there again", async () => {
    const { cut, paste, ids, phases, doc } = desk();
    expect(await cut("nodes.a", "notes.note", "edges.e1", "phases.first")).toEqual([]);
    expect([ids().includes("a"), phases(), doc().notes]).toEqual([false, ["Second: split,left"], []]);
    await paste("edges.e7");
    expect(phases()).toEqual(["Second: split,left", "First: handle"]);
    expect(doc().notes).toMatchObject([{ text: "Why", step: "handle" }]);
  });

  it("leaves the line and the phase beside the step it takes, and says so", async () => {
    const { cut, ids, phases } = desk();
    expect(await cut("nodes.left", "edges.e7", "phases.second")).toEqual(["line", "phase"]);
    expect(ids()).not.toContain("left");
    expect(phases()).toEqual(["First: a", "Second: split"]);
  });

  it("takes the join of a split along to the clipboard, as it goes with it", async () => {
    const { cut, paste, ids } = desk();
    await cut("nodes.split");
    expect(ids()).toEqual(["start", "a", "left", "right", "end"]);
    await paste();
    expect(ids().slice(-2)).toEqual(["parallel", "join"]);
  });

  it("and pasting between two steps of a phase leaves the pasted step in the phase it brought", async () => {
    const { cut, paste, phases } = desk();
    await cut("nodes.a");
    await paste("edges.e3");
    expect(phases()).toEqual(["Second: split,left", "First: handle"]);
  });
});
