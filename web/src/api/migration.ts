// Orders on their way by older versions of a flow: which of them the newest has a place for, and taking them over.

import type { FlowDefinition } from "@/model/flow";
import type { Problem } from "@/model/problem";
import { api, type WriteOptions } from "./client";

export interface OrderFound {
  order: string;
  /** `null`: the order may not be seen by whoever asks. */
  title: string | null;
}

export interface Rehearsal {
  /** 0: a drawing that is not published yet. */
  to: number;
  movable: OrderFound[];
  /** The first of those that would stay, with every reason. */
  staying: (OrderFound & { problems: Problem[] })[];
  staying_count: number;
  /** Too many to look at in one go. */
  left_off: number;
}

/** By step: which one of the new drawing takes its place. */
export type Successors = Readonly<Record<string, string>>;

/** Without a drawing: to the newest version. Nothing is moved. */
export const rehearse = (
  form: string,
  definition: FlowDefinition | null,
  nodes: Successors,
  signal: AbortSignal,
): Promise<Rehearsal> =>
  api.post(`/forms/${form}/flow/rehearse`, { ...(definition && { definition }), nodes }, { signal });

export interface Became {
  order: string;
  ok: boolean;
  code?: string;
  problems?: Problem[];
}

export const migrateOrders = (
  form: string,
  to: number,
  orders: readonly string[],
  nodes: Successors,
  options?: WriteOptions,
): Promise<Became[]> => api.post(`/forms/${form}/flow/migrate`, { to, orders, nodes }, options);
