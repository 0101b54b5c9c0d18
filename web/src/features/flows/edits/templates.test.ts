import { describe, expect, it } from "vitest";
import { nodeType } from "@/nodes/table";
import { flowFrom, TEMPLATES } from "./templates";

const fresh: Parameters<typeof flowFrom>[1] = (kind) => ({ name: kind, step: nodeType(kind).step() });

const kinds = (template: (typeof TEMPLATES)[number]) => flowFrom(template, fresh).nodes.map(({ step }) => step.kind);

describe("a flow that begins with a template", () => {
  it("has its steps one after the other, each with somebody to do it", () => {
    expect(TEMPLATES.map(kinds)).toEqual([
      ["start", "end", "approve", "cc"],
      ["start", "end", "handle", "approve"],
      ["start", "end"],
    ]);
    for (const { step } of TEMPLATES.flatMap((template) => flowFrom(template, fresh).nodes)) {
      if (step.kind === "cc") expect(step.recipients).toHaveLength(1);
      if (step.kind === "approve" || step.kind === "handle") expect(step.assign?.sources).toHaveLength(1);
    }
  });

  it("changes nothing of what other steps of the kind begin with", () => {
    flowFrom("approval", fresh);
    expect(fresh("approve").step).not.toHaveProperty("assign.sources.0");
  });
});
