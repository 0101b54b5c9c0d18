// What roles let people do with the fields of a form beside their tasks; the twin of src/access/field.rs. What is seen by more than
// one's own orders is seen with the fields that a grant for it does not hide, and the rest reads what the steps let it.

import { isTyped } from "./field_rules";
import type { FlowDefinition } from "./flow";
import type { Field, FieldMatrix } from "./form";
import { edits, showsOthers } from "./grant_fields";
import type { Grant, Role, Scope } from "./party";
import { accessAt, isSeen } from "./step_access";

export interface RoleReach {
  role: Role;
  /** Which records; none: only what the person takes part in. */
  view: readonly Scope[];
  edit: readonly Scope[];
  mayCreate: boolean;
  /** A grant on every form of the app opens all fields of this one, whatever grants on the form alone say. */
  isOfApp: boolean;
  grants: readonly Grant[];
}

/** What a grant can say of a field. */
export type Limit = "hidden" | "read" | "edit";

/** `steps`: shown by some and hidden by others. */
export type RoleAccess = Limit | "steps";

export const LIMITS: readonly Limit[] = ["hidden", "read", "edit"];

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
  const reach: RoleReach = {
    role,
    view: isAdministrator(role) || view.some(({ kind }) => kind === "all") ? [EVERYTHING] : view,
    edit: scopes("edit"),
    mayCreate: here.some(({ actions }) => actions.includes("create")),
    isOfApp: here.some((grant) => !grant.form && (showsOthers(grant) || edits(grant))),
    grants: here,
  };
  return reach.view.length + reach.edit.length > 0 || reach.mayCreate ? reach : null;
}

const isAdministrator = (role: Role): boolean => role.powers.includes("administer");

/** What steps hide is hidden from who only takes part. */
export function roleAccess(reach: RoleReach, field: Field, flow: FlowDefinition): RoleAccess {
  const seeing = reach.grants.filter(showsOthers);
  if (seeing.length === 0 && !isAdministrator(reach.role)) {
    const steps = flow.nodes.flatMap(({ step }) => (isSeen(step) ? [step] : []));
    const hiding = steps.filter((step) => accessAt(step, field) === "hidden").length;
    if (hiding > 0) return hiding === steps.length ? "hidden" : "steps";
  } else if (!isAdministrator(reach.role) && seeing.every(({ fields }) => fields?.[field.id] === "hidden")) {
    return "hidden";
  }
  const isOpen = reach.grants.some((grant) => edits(grant) && !grant.fields?.[field.id]);
  return isOpen && isTyped(field.control.kind) ? "edit" : "read";
}

/** What can be said of the field here; none: it follows from the steps, or from a grant on the whole app. */
export function limitsOf({ role, grants }: RoleReach, field: Field): readonly Limit[] {
  const ofForm = (some: readonly Grant[]) => some.length > 0 && some.every(({ form }) => form);
  const hides = ofForm(grants.filter(showsOthers)) && !isAdministrator(role);
  const keeps = ofForm(grants.filter(edits)) && isTyped(field.control.kind);
  if (!hides && !keeps) return [];
  return LIMITS.filter((limit) => limit === "read" || (limit === "hidden" ? hides : keeps));
}

/** The role with these fields limited on the form, in all its grants on it; what cannot be said of a field leaves it as it is. */
export function withLimit(
  reach: RoleReach,
  form: string,
  fields: readonly Field[],
  limit: Limit,
): (role: Role) => Role {
  const changed = fields.filter((field) => limitsOf(reach, field).includes(limit));
  const entry = (grant: Grant, field: Field): FieldMatrix => {
    if (limit === "hidden" && showsOthers(grant)) return { [field.id]: "hidden" };
    return limit !== "edit" && edits(grant) && isTyped(field.control.kind) ? { [field.id]: "read" } : {};
  };
  return withFields(form, (grant) => {
    const kept = Object.entries(grant.fields ?? {}).filter(([id]) => !changed.some((field) => field.id === id));
    return Object.assign(Object.fromEntries(kept), ...changed.map((field) => entry(grant, field)));
  });
}

/** The role with what `before` said of the form's fields, grant by grant. */
export function withLimitsOf(form: string, before: Role): (role: Role) => Role {
  const old = before.grants.filter((grant) => grant.form === form);
  return withFields(form, (_, at) => old[at]?.fields ?? {});
}

function withFields(form: string, fieldsOf: (grant: Grant, at: number) => FieldMatrix): (role: Role) => Role {
  return (role) => {
    let at = -1;
    const grants = role.grants.map((grant) => {
      if (grant.form !== form) return grant;
      at += 1;
      const { fields: _, ...bare } = grant;
      const fields = fieldsOf(grant, at);
      return Object.keys(fields).length > 0 ? { ...bare, fields } : bare;
    });
    return { ...role, grants };
  };
}
