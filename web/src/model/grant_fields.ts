// What a grant says of single fields; the twin of src/decide/party/fields.rs.

import type { FieldMatrix } from "./form";
import type { Grant } from "./party";

type Reaching = Pick<Grant, "actions" | "scope">;

/** More than one's own orders, which everybody sees who takes part in them. */
export const showsOthers = ({ actions, scope }: Reaching): boolean => actions.includes("view") && scope.kind !== "own";

export const edits = ({ actions }: Reaching): boolean => actions.includes("edit");

/** What still means something after the grant became another: the server refuses the rest. */
export function soundFields(grant: Reaching & { form?: string | null; fields?: FieldMatrix }): FieldMatrix {
  if (!grant.form) return {};
  const kept = Object.entries(grant.fields ?? {}).flatMap(([field, access]): [string, "hidden" | "read"][] => {
    if (access === "hidden" && showsOthers(grant)) return [[field, "hidden"]];
    return edits(grant) ? [[field, "read"]] : [];
  });
  return Object.fromEntries(kept);
}

/** Of all these grants together. */
export const limitedCount = (grants: readonly { fields?: FieldMatrix }[]): number =>
  new Set(grants.flatMap(({ fields }) => Object.keys(fields ?? {}))).size;
