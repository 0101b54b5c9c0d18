// Orders: opened, looked at, and moved by their verbs. Every verb answers the whole page, so the screen is right at once.

import { queryOptions } from "@tanstack/react-query";
import type { FieldMatrix, FormDefinition } from "@/model/form";
import type { OrderPage } from "@/model/order";
import type { Values } from "@/model/value";
import { api, type WriteOptions } from "./client";
import { queryClient } from "./query_client";

export interface NewOrder {
  definition: FormDefinition;
  version: number;
  values: Values;
  matrix: FieldMatrix;
  /** The id of a draft the person left. */
  draft?: string | null;
}

export const orderQuery = (id: string) =>
  queryOptions({
    queryKey: ["orders", "one", id],
    queryFn: ({ signal }) => api.get<OrderPage>(`/orders/${id}`, { signal }),
  });

export const newOrderQuery = (form: string) =>
  queryOptions({
    queryKey: ["drafts", "order", form],
    queryFn: ({ signal }) => api.get<NewOrder>(`/forms/${form}/new`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** Submits, or keeps as a draft. `id` is made by the client, so that a second tap makes no second order. */
export const openOrder = (
  order: { id: string; form: string; values: Values; draft?: boolean },
  options?: WriteOptions,
): Promise<OrderPage> => api.post("/orders", order, options);

export const saveOrderDraft = (id: string, values: Values): Promise<OrderPage> =>
  api.put(`/orders/${id}/draft`, { values });

/** What was filled in at a step so far. The lists stand as they are. */
export const saveTask = (id: string, body: VerbBodies["save"]): Promise<OrderPage> =>
  api.post(verbPath(id, "save"), body);

export const discardOrderDraft = (id: string): Promise<void> => api.delete(`/orders/${id}/draft`);

/** What somebody says with a decision. */
interface Opinion {
  comment: string;
  /** Ids of own uploads. */
  files: string[];
}

interface Signed extends Opinion {
  /** Id of the picture, an own upload too. */
  signature?: string;
}

/** What each verb carries. */
export interface VerbBodies {
  submit: { values: Values };
  claim: { task: string };
  release: { task: string };
  save: { task: string; values: Values };
  complete: { task: string; outcome?: string; values: Values } & Signed;
  approve: { task: string; values: Values } & Signed;
  reject: { task: string } & Opinion;
  return: { task: string; target: "start" | "previous" | { node: string } } & Opinion;
  recall: { visit: string };
  withdraw: { to: "draft" | "cancel"; comment: string };
  transfer: { task: string; to: string; comment: string };
  comment: { text: string; mentions: string[]; files: string[] };
  cc: { users: string[] };
  urge: Record<string, never>;
  terminate: { comment: string };
  change_assignee: { task: string; to: string; comment: string };
  edit: { values: Values; record_rev: number };
  resolve: Record<string, never>;
}

/** Changes a record from a list. The answer is kept only where somebody has the order's page: a list edits thousands. */
export async function editRecord(id: string, body: VerbBodies["edit"], options: WriteOptions): Promise<OrderPage> {
  const page = await api.post<OrderPage>(`/orders/${id}/edit`, body, options);
  queryClient.setQueryData(orderQuery(id).queryKey, (old) => old && page);
  return page;
}

type ActedListener = (order: string, verb: keyof VerbBodies) => void;

const actedListeners = new Set<ActedListener>();

/** Verbs after which the person has nothing more to do with the task. They can be taken back for a moment. */
const FINISHING: ReadonlySet<keyof VerbBodies> = new Set(["complete", "approve", "reject", "return", "transfer"]);

export const isFinishing = (verb: keyof VerbBodies): boolean => FINISHING.has(verb);

/** Hears when the person finished a task of an order: the inbox opens the next one. Returns the way to stop. */
export function onActed(listener: ActedListener): () => void {
  actedListeners.add(listener);
  return () => actedListeners.delete(listener);
}

export function announceActed(order: string, verb: keyof VerbBodies): void {
  for (const listener of actedListeners) listener(order, verb);
}

export const verbPath = (id: string, verb: keyof VerbBodies): string => `/orders/${id}/${verb.replaceAll("_", "-")}`;

/** Of a decision that can be taken back for a moment. */
export const heldPath = (id: string, verb: keyof VerbBodies): string => `${verbPath(id, verb)}?hold=true`;

/** Does the verb and puts the answer into the cache. */
export async function actOnOrder<V extends keyof VerbBodies>(
  id: string,
  verb: V,
  body: VerbBodies[V],
  options: WriteOptions = {},
): Promise<OrderPage> {
  const page = await api.post<OrderPage>(verbPath(id, verb), body, options);
  queryClient.setQueryData(orderQuery(id).queryKey, page);
  void queryClient.invalidateQueries({ queryKey: ["inbox"] });
  return page;
}
