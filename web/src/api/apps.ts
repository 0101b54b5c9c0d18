// Apps: what a person may open, and what is inside.

import { queryOptions } from "@tanstack/react-query";
import type { Color } from "@/model/color";
import type { FieldMatrix } from "@/model/form";
import type { Action } from "@/model/party";
import { api } from "./client";

export interface AppForm {
  id: string;
  name: string;
  /** 0: nothing was published yet. */
  form_version: number;
  flow_version: number;
  actions: Action[];
  /** Fields that lists hide from the person or, where they may edit, only let be read. */
  fields?: FieldMatrix;
}

export interface AppHead {
  name: string;
  description: string;
  icon: string;
  color: Color | null;
}

export interface AppSummary extends AppHead {
  id: string;
  forms: AppForm[];
  boards: { id: string; name: string }[];
  actions: Action[];
}

export const appsQuery = queryOptions({
  queryKey: ["apps", "list"],
  queryFn: ({ signal }) => api.get<AppSummary[]>("/apps", { signal }),
});

/** One app out of the list; `undefined` when the person may not see it. */
export const appQuery = (id: string) => ({
  ...appsQuery,
  select: (apps: AppSummary[]): AppSummary | undefined => apps.find((app) => app.id === id),
});

/** A form of any of the apps. */
export const formIn = <F extends { id: string }>(
  apps: readonly { forms: readonly F[] }[] | undefined,
  form: string | null | undefined,
): F | undefined => apps?.flatMap(({ forms }) => forms).find(({ id }) => id === form);

export const createApp = (app: AppHead): Promise<{ id: string }> => api.post("/apps", app);
export const saveApp = (id: string, app: AppHead): Promise<void> => api.put(`/apps/${id}`, { id, ...app });
export const deleteApp = (id: string): Promise<void> => api.delete(`/apps/${id}`);
export const installApp = (template: "repair"): Promise<{ id: string }> => api.post("/apps/install", { template });
export const createForm = (app: string, name: string): Promise<{ id: string }> =>
  api.post(`/apps/${app}/forms`, { name });
export const createBoard = (app: string, name: string): Promise<{ id: string }> =>
  api.post(`/apps/${app}/boards`, { name });
