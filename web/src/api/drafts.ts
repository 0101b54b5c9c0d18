// Working copies of forms and flows: read once, saved by themselves, published by intent. Both have the same shapes.

import { queryOptions } from "@tanstack/react-query";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { Values } from "@/model/value";
import { api, type WriteOptions } from "./client";

export interface FormHead {
  id: string;
  app: string;
  name: string;
  form_version: number;
  flow_version: number;
}

export interface Draft<Definition> {
  form: FormHead;
  /** Sent back with the next save. */
  rev: number;
  definition: Definition;
  problems: Problem[];
  /** What is published now. */
  live: Definition | null;
}

export interface Saved {
  rev: number;
  problems: Problem[];
}

export interface Version {
  version: number;
  at: number;
  by: string;
  note: string;
}

export interface Definitions {
  form: FormDefinition;
  flow: FlowDefinition;
}

export type Part = keyof Definitions;

const base = (part: Part, form: string): string => (part === "form" ? `/forms/${form}` : `/forms/${form}/flow`);

/** The address of the working copy. */
export const placeOf = (part: Part, form: string): string => `${base(part, form)}/draft`;

export const readDraft = <P extends Part>(part: P, form: string, signal?: AbortSignal) =>
  api.get<Draft<Definitions[P]>>(placeOf(part, form), signal && { signal });

/** Never fetched again by itself: a person is editing it. */
export const draftQuery = <P extends Part>(part: P, form: string) =>
  queryOptions({
    queryKey: ["drafts", part, form],
    queryFn: ({ signal }) => readDraft(part, form, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** 409 `stale_revision` when somebody else saved in between. */
export const saveDraft = <P extends Part>(
  part: P,
  form: string,
  definition: Definitions[P],
  revision: number,
): Promise<Saved> => api.put(placeOf(part, form), { definition }, { revision });

export const publishDraft = (
  part: Part,
  form: string,
  rev: number,
  note: string,
  options?: WriteOptions,
): Promise<{ version: number }> => api.post(`${base(part, form)}/publish`, { rev, note }, options);

export const versionsQuery = (part: Part, form: string) =>
  queryOptions({
    queryKey: ["forms", "one", form, part, "versions"],
    queryFn: ({ signal }) => api.get<Version[]>(`${base(part, form)}/versions`, { signal }),
  });

/** With how many orders are on their way by each. */
export const flowVersionsQuery = (form: string) =>
  queryOptions({
    queryKey: ["forms", "one", form, "flow", "versions"],
    queryFn: ({ signal }) => api.get<(Version & { under_way: number })[]>(`${base("flow", form)}/versions`, { signal }),
  });

export const versionQuery = <P extends Part>(part: P, form: string, version: number) =>
  queryOptions({
    queryKey: ["forms", "one", form, part, "versions", version],
    queryFn: ({ signal }) =>
      api.get<{ definition: Definitions[P] }>(`${base(part, form)}/versions/${version}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The newest published one; 409 `not_published` before the first. */
export const definitionQuery = <P extends Part>(part: P, form: string) =>
  queryOptions({
    queryKey: ["forms", "one", form, part, "definition"],
    queryFn: ({ signal }) =>
      api.get<{ form: FormHead; version: number; definition: Definitions[P] }>(`${base(part, form)}/definition`, {
        signal,
      }),
  });

export const renameForm = (form: string, name: string): Promise<void> => api.put(`/forms/${form}`, { name });
export const deleteForm = (form: string): Promise<void> => api.delete(`/forms/${form}`);

export interface PreviewStep {
  node: string;
  name: string;
  kind: string;
  /** `why` is the kind of source that found them, or `fallback`, `self_approval`, `same_as_before`. */
  people: { user: string; why: string }[];
  certain: boolean;
  /** Fields that decide whether it is reached, and by whom. */
  depends_on?: string[];
  warnings: string[];
}

export interface FlowPreview {
  steps: PreviewStep[];
  path_edges: string[];
  problems: Problem[];
}

/** Who would handle an order with these values; nothing is created. */
export const previewFlow = (
  form: string,
  trial: { definition?: FlowDefinition; initiator?: string; values: Values },
): Promise<FlowPreview> => api.post(`/forms/${form}/flow/preview`, trial);
