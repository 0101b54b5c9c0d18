// The contract of a node kind: one folder named as in Rust (`nodes/approve/`) that exports one NodeType; the table of all
// kinds is `nodes/table.ts`, a `NodeTypes`, and that of their settings `nodes/setting_table.ts`. Its exits are the model's (`portsOf`).

import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { FlowDefinition, NodeKind, Step, StepOf } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";

/** In palette order. `frame` nodes (start, join) are never dragged in by themselves. */
export const NODE_GROUPS = ["people", "routing", "automatic", "frame"] as const;

export type NodeGroup = (typeof NODE_GROUPS)[number];

export interface SettingsProps<S extends Step> {
  step: S;
  /** The fields that conditions and permissions speak of. */
  form: FormDefinition;
  /** The drawing around the step. */
  flow: FlowDefinition;
  /** Edits of one `group` that follow quickly are one step of undo. */
  // A method, so that one part may serve several kinds: it gives back the kind it was given.
  onChange(step: S, group?: string): void;
  /** Places are inside the step: `assign`, `limit`, `set.0`. */
  problems: readonly Problem[];
}

export type StepSettingsProps<K extends NodeKind> = SettingsProps<StepOf<K>>;

/** In the order they are shown; each is a group of the inspector. */
export type SettingGroup = "general" | "assign" | "work" | "fields" | "limit" | "back" | "notices";

export interface SettingPart<K extends NodeKind> {
  group: SettingGroup;
  Content: ComponentType<StepSettingsProps<K>>;
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
  /** A fresh step; its name and purpose are `node:kind.<kind>.label` and `.purpose`. */
  step: () => StepOf<K>;
  /** In words: who, how, until when. Without one the card shows only the name. */
  Summary?: ComponentType<StepSummaryProps<K>>;
}

/** By kind: what the inspector asks. */
export type NodeSettings = { [K in NodeKind]: readonly SettingPart<K>[] };

export type NodeTypes = { [K in NodeKind]: NodeType<K> };
