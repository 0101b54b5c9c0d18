// What several steps have in common: the settings of steps that people do. Pure.

import { contentOf } from "@/model/content";
import type { ApproveStep, HandleStep, Node } from "@/model/flow";

export type PeopleStep = HandleStep | ApproveStep;

/** By group of the inspector: where a step keeps it. */
const KEPT = { assign: "assign", limit: "limit", back: "going_back", notices: "notices" } as const;

export type SharedGroup = keyof typeof KEPT;

const isByPeople = (node: Node): node is Node<PeopleStep> =>
  node.step.kind === "approve" || node.step.kind === "handle";

export const byPeople = (nodes: readonly Node[]): Node<PeopleStep>[] => nodes.filter(isByPeople);

/** In the order they are shown. An approval assigns with rules of its own, so that it shares them with approvals alone. */
export function sharedGroups(nodes: readonly Node<PeopleStep>[]): readonly SharedGroup[] {
  if (nodes.length < 2) return [];
  const isOneKind = new Set(nodes.map(({ step }) => step.kind)).size === 1;
  return isOneKind ? ["assign", "limit", "back", "notices"] : ["limit", "back", "notices"];
}

/** Nothing said and an empty list are the same. */
const said = (value: unknown): string => contentOf(Array.isArray(value) && value.length === 0 ? null : (value ?? null));

export const isShared = (nodes: readonly Node<PeopleStep>[], group: SharedGroup): boolean =>
  new Set(nodes.map(({ step }) => said(step[KEPT[group]]))).size === 1;

/** The same steps with the settings of one group as `from` has them. */
export function withSettings(
  nodes: readonly Node<PeopleStep>[],
  group: SharedGroup,
  from: PeopleStep,
): Node<PeopleStep>[] {
  const key = KEPT[group];
  return nodes.map((node) => ({ ...node, step: { ...node.step, [key]: from[key] } }));
}
