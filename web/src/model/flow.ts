// A flow's definition, as JSON. The same words as src/model/flow.rs; settings that are left out have the server's defaults.

import type { Note, Phase } from "./canvas";
import type { FieldMatrix } from "./form";

export interface FlowDefinition {
  nodes: Node[];
  /** In drawn order, which is the order conditions are tried in. */
  edges: Edge[];
  /** What designers tell each other; no order moves by it. */
  notes?: Note[];
  /** Parts of the flow by name. */
  phases?: Phase[];
}

export interface Node<S extends Step = Step> {
  id: string;
  name: string;
  /** Position on the canvas in pixels at 100 %. */
  x: number;
  y: number;
  step: S;
}

export interface Edge {
  id: string;
  from: string;
  to: string;
  port: Port;
  /** Out of an exclusive node: formula giving yes or no; the default edge has none. */
  condition?: string;
  label?: string;
}

/** A named exit of a node. */
export type Port = "out" | "approved" | "rejected" | { outcome: string };

export interface StartStep {
  kind: "start";
  fields?: FieldMatrix;
  withdraw?: "before_first_decision" | "any_time" | "never";
}

export interface HandleStep {
  kind: "handle";
  assign?: Assign;
  mode?: "single" | "any" | "all" | "sequential";
  dispatch?: "direct" | "claim";
  outcomes?: Outcome[];
  signature_required?: boolean;
  fields?: FieldMatrix;
  going_back?: GoingBack;
  limit?: Limit | null;
  notices?: NodeNotice[];
}

export interface Outcome {
  id: string;
  label: string;
}

export interface ApproveStep {
  kind: "approve";
  assign?: Assign;
  mode?: "any" | "all" | "sequential";
  on_reject?: "end_instance" | "end_branch" | "return_to_start" | "return_to_previous";
  comment_required?: CommentRule;
  signature_required?: boolean;
  fields?: FieldMatrix;
  going_back?: GoingBack;
  limit?: Limit | null;
  notices?: NodeNotice[];
}

export type CommentRule = "never" | "on_reject" | "always";

export interface GoingBack {
  returns?: "off" | "start" | "previous" | "any";
  recall?: boolean;
  transfer?: boolean;
}

export interface ExclusiveStep {
  kind: "exclusive";
}

export interface ParallelStep {
  kind: "parallel";
  /** The paired join; absent when every branch ends on its own. */
  join?: string | null;
}

export interface JoinStep {
  kind: "join";
  need?: "all" | "any" | { count: number };
  on_branch_reject?: "fail_fast" | "collect" | "ignore";
  rest?: "cancel" | "let_run";
}

export interface CcStep {
  kind: "cc";
  recipients?: Source[];
  channel?: string | null;
  repeat?: boolean;
}

export interface UpdateStep {
  kind: "update";
  set?: SetField[];
}

export interface SetField {
  field: string;
  formula: string;
}

export interface EndStep {
  kind: "end";
  /** A word of the business for how it ended. */
  result?: string;
}

/** The kind of a node with its settings. */
export type Step =
  | StartStep
  | HandleStep
  | ApproveStep
  | ExclusiveStep
  | ParallelStep
  | JoinStep
  | CcStep
  | UpdateStep
  | EndStep;

export type NodeKind = Step["kind"];

export type StepOf<K extends NodeKind> = Extract<Step, { kind: K }>;

/** Who gets the step. */
export interface Assign {
  /** Several sources follow each other; duplicates keep their first place. */
  sources?: Source[];
  when_empty?: WhenEmpty;
  /** Approve nodes only. */
  self_approval?: "allow" | "skip" | "to_manager" | "to_department_head" | "to_administrator";
}

export type Source =
  | { kind: "users"; users: string[] }
  | { kind: "team"; team: string }
  | { kind: "role"; role: string }
  | { kind: "department_members"; department: string }
  | { kind: "department_head"; department: string }
  | { kind: "initiator_department_head"; level: number }
  | { kind: "initiator_manager"; level: number }
  | { kind: "field"; field: string }
  | { kind: "initiator" };

export type WhenEmpty =
  | { kind: "to_administrator" }
  | { kind: "skip" }
  | { kind: "to_manager" }
  | { kind: "to_user"; user: string }
  | { kind: "block" };

/** How long a visit may last, in working minutes. */
export interface Limit {
  minutes: number;
  calendar?: string;
  actions: LimitAction[];
}

export type LimitAction =
  | { kind: "remind"; channel?: string | null }
  | { kind: "tell_manager"; level: number; channel?: string | null };

/** Tells more people than the handlers when the step opens. */
export interface NodeNotice {
  recipients: Source[];
  channel?: string | null;
}
