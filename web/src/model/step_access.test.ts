import { describe, expect, it } from "vitest";
import type { FlowDefinition } from "./flow";
import type { Field } from "./form";
import { accessAt, isSeen, mayHave, type SeenStep, withAccess, withStepAccess } from "./step_access";

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

  const flow: FlowDefinition = {
    nodes: [
      { id: "a", name: "A", x: 0, y: 0, step: start },
      { id: "b", name: "B", x: 0, y: 0, step: { kind: "end" } },
      { id: "c", name: "C", x: 0, y: 0, step: review },
    ],
    edges: [],
  };
  const matrices = ({ nodes }: FlowDefinition) => nodes.map(({ step }) => (isSeen(step) ? step.fields : null));

  it("changes at one step of a flow, where people see the form", () => {
    expect(matrices(withStepAccess(flow, ["a"], [text], "hidden"))).toEqual([
      { fault: "hidden" },
      null,
      { fault: "edit" },
    ]);
    expect(withStepAccess(flow, ["b"], [text], "hidden")).toEqual(flow);
  });

  it("changes for every field of a step at once, but lets nobody fill what is computed", () => {
    expect(matrices(withStepAccess(flow, ["c"], [text, sum], "required"))[2]).toEqual({ fault: "required" });
    expect(matrices(withStepAccess(flow, ["c"], [text, sum], "hidden"))[2]).toEqual({ fault: "hidden", sum: "hidden" });
  });

  it("changes for one field at every step at once, and is named only where it is unusual", () => {
    expect(matrices(withStepAccess(flow, ["a", "b", "c"], [text], "read"))).toEqual([{ fault: "read" }, null, {}]);
  });
});
