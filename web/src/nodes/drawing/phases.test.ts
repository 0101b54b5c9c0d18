import { expect, it } from "vitest";
import type { FlowDefinition } from "@/model/flow";
import { boxOfPhase } from "./phases";

const flow: FlowDefinition = {
  nodes: [
    { id: "start", name: "", x: 0, y: 0, step: { kind: "start" } },
    { id: "left", name: "", x: -126, y: 148, step: { kind: "handle" } },
    { id: "right", name: "", x: 126, y: 148, step: { kind: "handle" } },
  ],
  edges: [],
};

it("a band is drawn around its steps, touches no other, and is gone with the last of them", () => {
  const whole = boxOfPhase(flow, { steps: ["left", "right", "gone"] });
  expect(whole).toEqual({ x: -146, y: 90, width: 500, height: 146 });
  const [above, left, right] = ["start", "left", "right"].map((step) => boxOfPhase(flow, { steps: [step] }));
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThan(left?.y ?? 0);
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThan(right?.x ?? 0);
  expect(boxOfPhase(flow, { steps: ["gone"] })).toBeNull();
});
