// What roles may do with one app, and with which of its records.

import { queryOptions } from "@tanstack/react-query";
import type { Action, Scope } from "@/model/party";
import { api } from "./client";

export interface AppGrant {
  role: string;
  /** Absent: every form of the app. */
  form: string | null;
  actions: Action[];
  scope: Scope;
}

/** Being edited, so live events leave it alone. */
export const grantsQuery = (app: string) =>
  queryOptions({
    queryKey: ["drafts", "grants", app],
    queryFn: ({ signal }) => api.get<AppGrant[]>(`/apps/${app}/grants`, { signal }),
    gcTime: 0,
  });

/** Replaces every grant on this app; grants on other apps stay. */
export const saveGrants = (app: string, grants: readonly AppGrant[]): Promise<AppGrant[]> =>
  api.put(`/apps/${app}/grants`, grants);
