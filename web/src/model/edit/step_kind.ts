// Another kind for a step: what both kinds know stays, its people under the name that each kind has for them, and what the new
// one cannot have goes, so that nothing is set that no row of the inspector shows. Pure.

import { hasSameContent } from "../content";
import type { FlowDefinition, Node, NodeKind, Source, Step, StepOf } from "../flow";
import { type Plan, setNode } from "./flow_plan";

/** What each kind can be told, as it is while nobody says otherwise. */
const USUAL: { [K in NodeKind]: Required<Omit<StepOf<K>, "kind">> } = {
  start: { fields: {}, withdraw: "before_first_decision" },
  handle: {
    assign: {},
    mode: "any",
    dispatch: "direct",
    outcomes: [],
    signature_required: false,
    fields: {},
    going_back: {},
    limit: null,
    notices: [],
  },
  approve: {
    assign: {},
    mode: "any",
    on_reject: "end_instance",
    comment_required: "on_reject",
    signature_required: false,
    fields: {},
    going_back: {},
    limit: null,
    notices: [],
  },
  cc: { recipients: [], channel: null, repeat: false },
  exclusive: {},
  parallel: { join: null },
  join: { need: "all", on_branch_reject: "fail_fast", rest: "cancel" },
  update: { set: [] },
  end: { result: "" },
};

type Key = { [K in NodeKind]: Exclude<keyof StepOf<K>, "kind"> }[NodeKind];

/** What the inspector asks of a step, one by one. */
export type StepSetting = Exclude<Key, "assign" | "recipients"> | "people" | "when_empty" | "self_approval";

const isBy = (step: Step): step is StepOf<"handle"> | StepOf<"approve"> =>
  step.kind === "handle" || step.kind === "approve";

const peopleOf = (step: Step): Source[] =>
  (isBy(step) ? step.assign?.sources : step.kind === "cc" ? step.recipients : null) ?? [];

function told(step: Step): Map<StepSetting, unknown> {
  const said = { ...USUAL[step.kind], ...step } as Partial<Record<Key | "kind", unknown>>;
  const { kind: _, assign: __, recipients: ___, ...plain } = said;
  const rules = isBy(step) ? step.assign : undefined;
  return new Map<StepSetting, unknown>([
    ["people", peopleOf(step)],
    ["when_empty", rules?.when_empty ?? { kind: "to_administrator" }],
    ["self_approval", rules?.self_approval ?? "to_manager"],
    ...(Object.entries(plain) as [StepSetting, unknown][]),
  ]);
}

export function changeStep(before: Step, fresh: Step): Step {
  const known: object = USUAL[fresh.kind];
  // Only work can be given to the first of several people.
  const fits = (name: string, value: unknown) => name in known && !(fresh.kind === "approve" && value === "single");
  const kept = Object.entries(before).filter(([name, value]) => name !== "kind" && fits(name, value));
  const step = { ...fresh, ...Object.fromEntries(kept) } as Step;
  if (step.kind === "cc") return { ...step, recipients: peopleOf(before) };
  if (!isBy(step)) return step;
  const { self_approval, ...assign } = step.assign ?? {};
  const own = step.kind === "approve" && self_approval ? { self_approval } : {};
  return { ...step, assign: { ...assign, ...own, sources: peopleOf(before) } };
}

export interface LostSettings {
  settings: StepSetting[];
  /** Lines that keep their place and lose what is asked on them. */
  conditions: number;
  /** Lines that go. */
  lines: number;
}

/** What somebody had set, or drawn, and another kind takes away. */
function lostBy(before: Step, after: Step): StepSetting[] {
  const usual = told({ kind: before.kind } as Step);
  const now = told(after);
  return [...told(before)].flatMap(([name, value]) =>
    hasSameContent(value, usual.get(name)) || hasSameContent(value, now.get(name)) ? [] : [name],
  );
}

export function changeKind(flow: FlowDefinition, node: Node, fresh: Step): { plan: Plan; lost: LostSettings } {
  const step = changeStep(node.step, fresh);
  const plan = setNode(flow, { ...node, step });
  const now = new Map(plan.flow.edges.map((edge) => [edge.id, edge]));
  const gone = flow.edges.filter(({ id }) => !now.has(id));
  const bare = flow.edges.filter(({ id, condition }) => condition?.trim() && now.has(id) && !now.get(id)?.condition);
  return { plan, lost: { settings: lostBy(node.step, step), conditions: bare.length, lines: gone.length } };
}
