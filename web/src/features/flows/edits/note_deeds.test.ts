import { describe, expect, it } from "vitest";
import { placeOfNote } from "@/model/canvas";
import { applyFlow, type FlowChange } from "@/model/edit/flow";
import { copy, parseFragment } from "@/model/edit/flow_copy";
import type { FlowDefinition } from "@/model/flow";
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

const nobody = () => undefined;

function desk() {
  const store = createDesigner<FlowDefinition, FlowChange>(flow, applyFlow);
  const deeds = deedsOf(store, (kind) => ({ name: kind, step: { kind: "handle" } }), {
    otherwise: nobody,
    removed: nobody,
    nameOf: String,
    replaced: nobody,
  });
  const doc = () => store.getState().history.doc;
  const places = () => (doc().notes ?? []).map((note) => placeOfNote(doc(), note));
  const steps = () => (doc().notes ?? []).map(({ step }) => step);
  return { store, deeds, doc, places, steps };
}

describe("a note on the canvas", () => {
  it("is put beside the selected step, and moves with it when a step comes between", () => {
    const { deeds, doc, places, steps } = desk();
    deeds.select(["nodes.work"]);
    deeds.notes.add();
    expect(steps()).toEqual(["work"]);
    const [before] = places();
    deeds.add("handle", { edge: "e1" });
    expect(doc().nodes.find(({ id }) => id === "work")?.y).toBe(296);
    expect(places()).toEqual([{ x: before?.x, y: (before?.y ?? 0) + 148 }]);
  });

  it("goes over to the step beside it when its own is deleted, and comes back with it", () => {
    const { store, deeds, doc, steps } = desk();
    deeds.select(["nodes.work"]);
    deeds.notes.add();
    const { notes } = doc();
    deeds.remove({ nodes: ["work"] });
    expect(steps()).toEqual(["start"]);
    store.getState().undo();
    expect(doc().notes).toEqual(notes);
    expect(store.getState().history.past.map(({ name }) => name.key)).toEqual(["noteAdd"]);
  });

  it("stands freely far from all steps, is moved and sized by keys, deleted and brought back", () => {
    const { store, deeds, doc, places, steps } = desk();
    deeds.notes.add({ x: 900, y: 40 });
    deeds.nudge({ x: 20, y: 0 });
    deeds.notes.grow({ x: -2000, y: 20 });
    expect(steps()).toEqual([undefined]);
    expect(places()).toEqual([{ x: 920, y: 40 }]);
    expect(doc().notes?.[0]).toMatchObject({ width: 80, height: 124 });
    deeds.move({ "notes.note": { x: 230, y: 150 } });
    expect(steps()).toEqual(["work"]);
    deeds.remove({ notes: ["note"] });
    expect(doc().notes).toEqual([]);
    store.getState().undo();
    expect(steps()).toEqual(["work"]);
  });

  it("travels with a copied step, and alone to where it is pasted", () => {
    const { deeds, doc, places, steps } = desk();
    deeds.select(["nodes.work"]);
    deeds.notes.add();
    deeds.duplicate({ nodes: ["work"], notes: ["note"] });
    const copied = doc().nodes.at(-1)?.id;
    expect(steps()).toEqual(["work", copied]);
    deeds.duplicate({ notes: ["note"] });
    const [first, , third] = places();
    expect(third).toEqual({ x: (first?.x ?? 0) + 32, y: (first?.y ?? 0) + 32 });
    const text = JSON.stringify(copy(doc(), [], ["note"]));
    expect(parseFragment(text)?.notes).toEqual([expect.not.objectContaining({ step: "work" })]);
  });
});
