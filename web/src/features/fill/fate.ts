// What became of an order that this device still has a copy of: it may have been sent or thrown away elsewhere.

import { discardOrderDraft, orderQuery } from "@/api/orders";
import { ApiProblem } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import type { OrderPage } from "@/model/order";

/** `none`: the server has no such order. `unknown`: it did not say. */
export type Fate = { is: "draft"; page: OrderPage } | { is: "sent" | "none" | "unknown" };

export async function fateOf(id: string): Promise<Fate> {
  try {
    const page = await queryClient.fetchQuery({ ...orderQuery(id), staleTime: 0 });
    return page.state === "draft" ? { is: "draft", page } : { is: "sent" };
  } catch (error) {
    return { is: error instanceof ApiProblem && error.status === 404 ? "none" : "unknown" };
  }
}

/** A refusal that is not about the content: somewhere else, somebody was faster. `null`: the draft is still one. */
export async function endAfter(error: unknown, id: string, isDraft: boolean): Promise<"sent" | "thrown" | null> {
  if (!(error instanceof ApiProblem) || error.isPassing || error.problems.length > 0) return null;
  const { is } = await fateOf(id);
  if (is === "none") return isDraft ? "thrown" : null;
  return is === "sent" ? "sent" : null;
}

/** `false`: the server does not know of it yet. A draft that is none any more needs no throwing away. */
export async function throwAway(id: string): Promise<boolean> {
  try {
    await discardOrderDraft(id);
    return true;
  } catch (error) {
    return error instanceof ApiProblem && !error.isPassing;
  }
}
