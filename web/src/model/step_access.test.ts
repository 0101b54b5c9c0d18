import { describe, expect, it } from "vitest";
import type { FlowDefinition } from "./flow";
import type { Field } from "./form";
import { accessAt, mayHave, type SeenStep, withAccess, withStepAccess } from "./step_access";

const text: Field = {
  id: "fault",
  label: "Fault",
  control: { kind: "textarea", max_chars: 100, rows: 3, placeholder: "" },
};
const sum = { id: "sum", label: "Sum", control: { kind: "formula", formula: "1" } } as Field;
const start: SeenStep = { kind: "start" };
const review: SeenStep = { kind: "approve", fields: { fault: "edit" } };

describe("the access of a step", () => {
  it("is usually to fill where an order begins, and to read afterwards", () => {
    expect([accessAt(start, text), accessAt(start, sum), accessAt(review, sum), accessAt(review, text)]).toEqual([
      "edit",
      "read",
      "read",
      "edit",
    ]);
  });

  it("is never to fill for what is computed", () => {
    expect([mayHave(sum, "required"), mayHave(sum, "hidden"), mayHave(text, "required")]).toEqual([false, true, true]);
  });

  it("is not named when it is the usual one", () => {
    expect(withAccess(review, text, "read")).toEqual({});
    expect(withAccess(start, text, "required")).toEqual({ fault: "required" });
  });

  it("changes at one step of a flow", () => {
    const flow: FlowDefinition = {
      nodes: [
        { id: "a", name: "A", x: 0, y: 0, step: start },
        { id: "b", name: "B", x: 0, y: 0, step: { kind: "end" } },
      ],
      edges: [],
    };
    expect(withStepAccess(flow, "a", text, "hidden").nodes[0]?.step).toEqual({
      kind: "start",
      fields: { fault: "hidden" },
    });
    expect(withStepAccess(flow, "b", text, "hidden")).toEqual(flow);
  });
});
