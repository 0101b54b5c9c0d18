// Grants while somebody edits them: a list of lines, each for one role.

import type { AppGrant } from "@/api/grants";
import { soundFields } from "@/model/grant_fields";
import { ACTIONS, type Action, type Scope } from "@/model/party";

export interface GrantLine extends AppGrant {
  /** Of the line on the screen; not sent. */
  key: string;
}

/** They mean something only together with seeing. */
const ON_RECORDS: ReadonlySet<Action> = new Set(["edit", "delete", "export", "manage"]);

/** Turns an action on or off, with what it needs or what needs it. */
export function toggled(actions: readonly Action[], action: Action, isOn: boolean): Action[] {
  const next = new Set(actions);
  if (isOn) {
    next.add(action);
    if (ON_RECORDS.has(action)) next.add("view");
  } else {
    next.delete(action);
    if (action === "view") for (const other of ON_RECORDS) next.delete(other);
  }
  return ACTIONS.filter((one) => next.has(one));
}

/** Whether it matters which records: making orders and designing reach none. */
export function reachesRecords(actions: readonly Action[]): boolean {
  return actions.some((action) => action === "view" || ON_RECORDS.has(action));
}

export const PRESETS = ["submit", "handle", "lead", "all"] as const;

export type Preset = (typeof PRESETS)[number];

/** The usual bundles, from filling in to everything but designing. */
export function presetOf(preset: Preset): Pick<AppGrant, "actions" | "scope"> {
  switch (preset) {
    case "submit":
      return { actions: ["view", "create"], scope: { kind: "own" } };
    case "handle":
      return { actions: ["view", "create"], scope: { kind: "department" } };
    case "lead":
      return { actions: ["view", "create", "edit", "export"], scope: { kind: "department_and_below" } };
    case "all":
      return { actions: ["view", "create", "edit", "delete", "export", "manage"], scope: { kind: "all" } };
  }
}

/** As it is sent: without keys, with the plain scope where it does not matter, and with what still means something of fields. */
export function sent(lines: readonly GrantLine[]): AppGrant[] {
  return lines.map(({ role, form, actions, scope: chosen, fields: limited }) => {
    const scope: Scope = reachesRecords(actions) ? chosen : { kind: "own" };
    const fields = soundFields({ form, actions, scope, fields: limited ?? {} });
    return { role, form, actions, scope, ...(Object.keys(fields).length > 0 && { fields }) };
  });
}

/** Why it cannot be sent yet: the keys of lines without any action or with an empty condition. */
export function unfinished(lines: readonly GrantLine[]): Set<string> {
  const isBlank = ({ actions, scope }: GrantLine) =>
    actions.length === 0 || (scope.kind === "condition" && scope.formula.trim() === "");
  return new Set(lines.filter(isBlank).map(({ key }) => key));
}

/** Lines of each role together, in the order the roles first appear. */
export function byRole(lines: readonly GrantLine[]): Map<string, GrantLine[]> {
  const groups = new Map<string, GrantLine[]>();
  for (const line of lines) groups.set(line.role, [...(groups.get(line.role) ?? []), line]);
  return groups;
}
