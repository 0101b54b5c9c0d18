// What roles let people do with the fields of a form beside their tasks; the twin of src/access/field.rs. A grant is for whole
// records: what is seen by more than one's own orders is seen with all its fields, and the rest reads what the steps let it.

import { isTyped } from "./field_rules";
import type { FlowDefinition } from "./flow";
import type { Field } from "./form";
import type { Role, Scope } from "./party";
import { accessAt, isSeen } from "./step_access";

export interface RoleReach {
  role: Role;
  /** Which records; none: only what the person takes part in. */
  view: readonly Scope[];
  edit: readonly Scope[];
  mayCreate: boolean;
}

/** `steps`: shown by some and hidden by others. */
export type RoleAccess = "hidden" | "steps" | "read" | "edit";

const EVERYTHING: Scope = { kind: "all" };

/** `null`: the form does not exist for who has no other role. */
export function reachOf(role: Role, app: string, form: string): RoleReach | null {
  const here = role.grants.filter((grant) => grant.app === app && (grant.form ?? form) === form);
  const scopes = (action: "view" | "edit") => {
    const granted = here.filter(({ actions }) => actions.includes(action)).map(({ scope }) => scope);
    return granted.filter(
      ({ kind }, at) => kind === "condition" || granted.findIndex((one) => one.kind === kind) === at,
    );
  };
  const view = scopes("view");
  const isAdministrator = role.powers.includes("administer");
  const reach: RoleReach = {
    role,
    view: isAdministrator || view.some(({ kind }) => kind === "all") ? [EVERYTHING] : view,
    edit: scopes("edit"),
    mayCreate: here.some(({ actions }) => actions.includes("create")),
  };
  return reach.view.length + reach.edit.length > 0 || reach.mayCreate ? reach : null;
}

/** What steps hide is hidden from who only takes part. */
export function roleAccess(reach: RoleReach, field: Field, flow: FlowDefinition): RoleAccess {
  const steps = flow.nodes.flatMap(({ step }) => (isSeen(step) ? [step] : []));
  const hiding = steps.filter((step) => accessAt(step, field) === "hidden").length;
  const seesMore = reach.view.some(({ kind }) => kind !== "own");
  if (!seesMore && hiding > 0) return hiding === steps.length ? "hidden" : "steps";
  return reach.edit.length > 0 && isTyped(field.control.kind) ? "edit" : "read";
}
