// Who did what, when: the log, read backwards.

import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "./client";

export interface AuditChange {
  /** snake_case of what happened: `user_saved`, `order_approved`. */
  code: string;
  /** What the thing is called now; empty when it is gone. */
  name: string;
  /** Several of the same kind in one commit. */
  count?: number;
}

export interface AuditEntry {
  seq: number;
  at: number;
  /** `null`: the system. */
  actor: string | null;
  changes: AuditChange[];
  order?: string | null;
}

export interface AuditPage {
  items: AuditEntry[];
  next?: string | null;
}

export const auditQuery = (actor: string | undefined, q: string) =>
  infiniteQueryOptions({
    queryKey: ["audit", "list", actor ?? "", q],
    queryFn: ({ signal, pageParam }) =>
      api.get<AuditPage>("/audit", { query: { cursor: pageParam, actor, q }, signal }),
    initialPageParam: "",
    getNextPageParam: ({ next }: AuditPage) => next ?? undefined,
  });
