// An order as its page shows it.

import type { CommentRule, FlowDefinition } from "./flow";
import type { FieldMatrix, FormDefinition } from "./form";
import type { FileValue, Value, Values } from "./value";

export const ORDER_STATES = [
  "draft",
  "running",
  "returned",
  "completed",
  "rejected",
  "cancelled",
  "terminated",
] as const;

export type OrderState = (typeof ORDER_STATES)[number];

export type OrderVerb =
  | "submit"
  | "claim"
  | "release"
  | "save"
  | "complete"
  | "approve"
  | "reject"
  | "return"
  | "recall"
  | "withdraw"
  | "transfer"
  | "comment"
  | "cc"
  | "urge"
  | "terminate"
  | "change_assignee"
  | "edit"
  | "resolve";

/** What the viewer may do now; decided by the server alone. */
export interface OrderAction {
  verb: OrderVerb;
  task?: string;
  visit?: string;
  outcomes?: { id: string; label: string }[];
  targets?: { node: string; name: string }[];
  /** Of a withdrawal: what it may leave. */
  ways?: ("draft" | "cancel")[];
  comment?: CommentRule;
  signature_required?: boolean;
}

/** One person's seat in a visit. */
export interface Task {
  id: string;
  node: string;
  node_name: string;
  state: string;
  /** User ids. `actor` acted for `principal`. */
  principal: string | null;
  actor?: string | null;
  candidates: string[];
  opened_at: number;
  due_at?: number | null;
  overdue: boolean;
}

export interface HistoryEntry {
  at: number;
  kind: string;
  by?: string | null;
  node?: string | null;
  node_name?: string;
  text?: string;
  ms?: number;
  data?: HistoryData;
}

/** What the sentence needs besides; only what fits the kind is there. */
export interface HistoryData {
  to?: string[];
  candidates?: string[];
  mentions?: string[];
  /** Came with what was said. */
  files?: FileValue[];
  /** Under a decision. */
  signature?: FileValue;
  /** Of the line that was taken, or the button that was pressed. */
  label?: string;
  tried?: TriedCondition[];
  /** Where it was returned to. */
  target_name?: string;
  way?: "draft" | "cancel";
  /** Of the flow: before and after. */
  versions?: [number, number];
  incident?: string;
  outcome?: string;
  /** Fields that were changed. */
  fields?: string[];
}

/** One condition that a fork tried, and what it saw. */
export interface TriedCondition {
  label?: string;
  holds: boolean;
  inputs: [string, Value][];
}

export interface Visit {
  node: string;
  state: string;
  entered_at: number;
  left_at?: number | null;
  people: string[];
}

/** What the person decided, and can still take back. */
export interface HeldDecision {
  id: string;
  task: string;
  verb: OrderVerb;
  due_at: number;
}

export interface OrderPage {
  id: string;
  form: string;
  form_name: string;
  app: string;
  title: string;
  serial?: string;
  state: OrderState;
  /** The order's revision; sent back as If-Match. */
  rev: number;
  record_rev: number;
  initiator: string;
  department?: string | null;
  created_at: number;
  submitted_at?: number | null;
  ended_at?: number | null;
  outcome?: string | null;
  result?: string | null;
  definition: FormDefinition;
  values: Values;
  matrix: FieldMatrix;
  tasks: Task[];
  held?: HeldDecision[];
  actions: OrderAction[];
  history: HistoryEntry[];
  flow: { definition: FlowDefinition; visits: Visit[]; taken_edges: string[] };
  following?: boolean;
}
