import { describe, expect, it } from "vitest";
import { type Note, placeOfNote } from "@/model/canvas";
import type { FlowDefinition } from "@/model/flow";
import { boxOfNote, putBeside, putDown } from "./notes";

const flow: FlowDefinition = {
  nodes: [
    { id: "start", name: "", x: 0, y: 0, step: { kind: "start" } },
    { id: "left", name: "", x: -126, y: 148, step: { kind: "handle" } },
    { id: "right", name: "", x: 126, y: 148, step: { kind: "handle" } },
  ],
  edges: [],
};
const note: Note = { id: "note", text: "", color: "yellow", x: 0, y: 0, width: 160, height: 100 };

describe("a note", () => {
  it.each([
    ["right of a step", { x: 360, y: 150 }, "right"],
    ["over two steps", { x: 10, y: 160 }, "left"],
    ["above the first", { x: 20, y: -200 }, "start"],
    ["far away", { x: 900, y: 150 }, undefined],
  ])("that is put down %s", (_, at, step) => {
    const put = putDown(flow, { ...note, step: "gone" }, at);
    expect(put.step).toBe(step);
    expect(placeOfNote(flow, put)).toEqual(at);
  });

  it("goes where its step goes", () => {
    const put = putDown(flow, note, { x: 360, y: 150 });
    const nodes = flow.nodes.map((node) => ({ ...node, x: node.x + 40, y: node.y + 300 }));
    expect(placeOfNote({ ...flow, nodes }, put)).toEqual({ x: 400, y: 450 });
  });

  it("is put beside its step where nothing is, and the next one not over it", () => {
    const first = putBeside(flow, note, "right");
    expect(boxOfNote(flow, first)).toMatchObject({ x: 370, y: 148 });
    const left = putBeside(flow, note, "left");
    expect(boxOfNote(flow, left)).toMatchObject({ x: -322, y: 148 });
    const second = putBeside({ ...flow, notes: [first] }, { ...note, id: "note_2" }, "right");
    expect(second.step).toBe("right");
    expect(boxOfNote(flow, second).x).toBeGreaterThan(370 + note.width);
  });
});
