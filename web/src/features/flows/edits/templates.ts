// What an empty flow may begin with. Each can be published as it stands: who does what is answered by the directory.

import { applyFlow } from "@/model/edit/flow";
import { addInto, type Fresh, newStep } from "@/model/edit/flow_plan";
import type { ApproveStep, CcStep, FlowDefinition, HandleStep } from "@/model/flow";
import { arrange } from "@/nodes/drawing/arrange";

export const TEMPLATES = ["approval", "repair", "blank"] as const;

export type Template = (typeof TEMPLATES)[number];

const MANAGER = { kind: "initiator_manager", level: 1 } as const;
const HEAD = { kind: "initiator_department_head", level: 1 } as const;
const INITIATOR = { kind: "initiator" } as const;

/** What stands between the start and the end. */
const STEPS: Record<Template, readonly (ApproveStep | HandleStep | CcStep)[]> = {
  blank: [],
  approval: [
    { kind: "approve", assign: { sources: [MANAGER] } },
    { kind: "cc", recipients: [HEAD] },
  ],
  repair: [
    { kind: "handle", assign: { sources: [HEAD] } },
    { kind: "approve", assign: { sources: [INITIATOR], self_approval: "allow" } },
  ],
};

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
  const flow = STEPS[template].reduce((before, settings) => {
    const settled: Fresh = (kind) => {
      const made = fresh(kind);
      return kind === settings.kind ? { ...made, step: Object.assign(made.step, settings) } : made;
    };
    return addInto(before, last(before), newStep(settings.kind, settled))?.flow ?? before;
  }, blank(fresh));
  return applyFlow(flow, { kind: "place", places: arrange(flow).places }).doc;
}
