// What roles may do with one app, and with which of its records.

import { queryOptions } from "@tanstack/react-query";
import type { FieldMatrix } from "@/model/form";
import type { Action, Scope } from "@/model/party";
import { api } from "./client";

export interface AppGrant {
  role: string;
  /** Absent: every form of the app. */
  form: string | null;
  actions: Action[];
  scope: Scope;
  fields?: FieldMatrix;
}

export interface AppGrants {
  grants: AppGrant[];
  /** Of all of them; a change that is based on them names it. */
  rev: number;
}

/** Being edited, so live events leave it alone. */
export const grantsQuery = (app: string) =>
  queryOptions({
    queryKey: ["drafts", "grants", app],
    queryFn: ({ signal }) => api.get<AppGrants>(`/apps/${app}/grants`, { signal }),
    gcTime: 0,
  });

/** Whether anybody at all was given leave to fill the form in. */
export const isOpen = (grants: readonly AppGrant[], form: string): boolean =>
  grants.some((grant) => (!grant.form || grant.form === form) && grant.actions.includes("create"));

/** Filling the form in, and seeing what came of it. */
export const fillingIn = (role: string, form: string): AppGrant => ({
  role,
  form,
  actions: ["view", "create"],
  scope: { kind: "own" },
});

/** Replaces every grant on this app; grants on other apps stay. 409 `stale_revision` when others did so since `rev`. */
export const saveGrants = (app: string, grants: readonly AppGrant[], rev?: number): Promise<AppGrants> =>
  api.put(`/apps/${app}/grants`, grants, rev === undefined ? {} : { revision: rev });
