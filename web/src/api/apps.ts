// Apps: what a person may open, and what is inside.

import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";
import type { PageOf } from "./page";

export interface AppSummary {
  id: string;
  name: string;
  summary: string;
  icon: string;
  /** 1 to 8, an index into the mosaic colours. */
  color: number;
}

export interface AppForm {
  id: string;
  name: string;
  icon: string;
  has_flow: boolean;
  is_published: boolean;
}

export interface AppDetail extends AppSummary {
  forms: AppForm[];
  boards: { id: string; name: string }[];
  /** `design`, `export`, `delete`. */
  actions: string[];
}

export const appsQuery = queryOptions({
  queryKey: ["apps", "list"],
  queryFn: ({ signal }) => api.get<PageOf<AppSummary>>("/apps", { signal }),
});

export const appQuery = (id: string) =>
  queryOptions({
    queryKey: ["apps", "one", id],
    queryFn: ({ signal }) => api.get<AppDetail>(`/apps/${id}`, { signal }),
  });

/** Forms the person may start an order or a record with, over all apps. */
export const startableQuery = queryOptions({
  queryKey: ["forms", "list", "startable"],
  queryFn: ({ signal }) => api.get<PageOf<AppForm & { app: string }>>("/forms", { query: { startable: true }, signal }),
});
