// The contract of a node kind: one folder named as in Rust (`nodes/approve/`) that exports one NodeType; the table of all
// kinds is `nodes/table.ts`, a `NodeTypes`.

import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { NodeKind, Port, StepOf } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";

/** In palette order. `frame` nodes (start, join) are never dragged in by themselves. */
export const NODE_GROUPS = ["people", "routing", "automatic", "frame"] as const;

export type NodeGroup = (typeof NODE_GROUPS)[number];

export interface StepSettingsProps<K extends NodeKind> {
  step: StepOf<K>;
  /** The fields that conditions and permissions speak of. */
  form: FormDefinition;
  onChange: (step: StepOf<K>, group?: string) => void;
  problems: readonly Problem[];
}

export interface StepSummaryProps<K extends NodeKind> {
  step: StepOf<K>;
  form: FormDefinition;
}

export interface NodeType<K extends NodeKind> {
  kind: K;
  icon: LucideIcon;
  group: NodeGroup;
  /** The stripe and icon ground of the card: a colour of the palette. */
  color: "teal" | "blue" | "orange" | "purple" | "green" | "gray";
  /** A fresh step; its name and purpose are `node:<kind>.label` and `.purpose`. */
  step: () => StepOf<K>;
  /** Its exits in drawing order; an end has none. */
  ports: (step: StepOf<K>) => Port[];
  /** In words: who, how, until when. */
  Summary: ComponentType<StepSummaryProps<K>>;
  Settings: ComponentType<StepSettingsProps<K>>;
}

export type NodeTypes = { [K in NodeKind]: NodeType<K> };
