// What an empty flow may begin with.

import { applyFlow } from "@/model/edit/flow";
import { addInto, type Fresh, newStep, type Plan } from "@/model/edit/flow_plan";
import type { FlowDefinition } from "@/model/flow";
import { arrange } from "@/nodes/drawing/arrange";

export const TEMPLATES = ["blank", "approval", "repair"] as const;

export type Template = (typeof TEMPLATES)[number];

function blank(fresh: Fresh): FlowDefinition {
  return {
    nodes: [
      { id: "start", ...fresh("start"), x: 0, y: 0 },
      { id: "end", ...fresh("end"), x: 0, y: 140 },
    ],
    edges: [{ id: "e1", from: "start", to: "end", port: "out" }],
  };
}

const last = (flow: FlowDefinition): string => flow.edges.find(({ to }) => to === "end")?.id ?? "e1";

/** Already in order. */
export function flowFrom(template: Template, fresh: Fresh): FlowDefinition {
  const then = (flow: FlowDefinition, kind: "approve" | "handle" | "cc"): FlowDefinition => {
    const plan: Plan | null = addInto(flow, last(flow), newStep(kind, fresh));
    return plan?.flow ?? flow;
  };
  const begun = blank(fresh);
  const flow =
    template === "approval"
      ? then(then(begun, "approve"), "cc")
      : template === "repair"
        ? then(then(begun, "handle"), "approve")
        : begun;
  return applyFlow(flow, { kind: "place", places: arrange(flow).places }).doc;
}
