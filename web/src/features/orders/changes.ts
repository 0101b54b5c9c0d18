// What others changed in an order since this person looked at it.

import { useEffect, useState } from "react";
import { orderQuery } from "@/api/orders";
import { queryClient } from "@/api/query_client";
import { signedInAs } from "@/api/session";
import type { OrderPage } from "@/model/order";
import { changedFields, markSeen, type Seen, seenAlso, seenNow, seenOf } from "@/ui/seen";
import { isOwnDraft } from "./autosave";

export interface Changes {
  fields: ReadonlySet<string>;
  /** What stands there now is known: it was read, or this person did it. */
  accept: () => void;
  /** So are these, which this person wrote. */
  wrote: (fields: readonly string[]) => void;
}

const NONE: ReadonlySet<string> = new Set();

export function useChanges(order: OrderPage): Changes {
  const user = signedInAs();
  const [before, setBefore] = useState<Seen | undefined>(() => seenOf(user, order.id));
  useEffect(() => markSeen(user, order.id, seenNow(order)), [user, order]);
  // The answer to what this person did is in the cache before it is on the screen.
  const now = () => seenNow(queryClient.getQueryData(orderQuery(order.id).queryKey) ?? order);
  const accept = () => setBefore(now());
  const wrote = (those: readonly string[]) => setBefore((seen) => seen && seenAlso(seen, now(), those));
  if (!before || isOwnDraft(order)) return { fields: NONE, accept, wrote };
  const told = new Set(order.definition.fields.map(({ id }) => id));
  const fields = changedFields(before, seenNow(order)).filter((id) => told.has(id) && order.matrix[id] !== "hidden");
  return { fields: fields.length > 0 ? new Set(fields) : NONE, accept, wrote };
}
