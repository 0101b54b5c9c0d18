// What a person changed in an order and has not sent: kept on this device, so that a closed tab loses nothing. Drafts, and
// orders that came back to their author, are kept on the server as well.

import { useCallback, useEffect, useRef, useState } from "react";
import { orderQuery, saveOrderDraft } from "@/api/orders";
import { queryClient } from "@/api/query_client";
import { sent } from "@/model/fill/sent";
import type { OrderPage } from "@/model/order";
import type { Problem } from "@/model/problem";
import type { Value, Values } from "@/model/value";
import { readPreference, writePreference } from "@/ui/preference";

/** `local`: only on this device, because the network fails or the server does not take it half done. */
export type Keeping = "clean" | "saving" | "saved" | "local";

export interface Work {
  /** The order's, with the changes on top. */
  values: Values;
  isChanged: boolean;
  /** What was left here earlier is back. */
  isResumed: boolean;
  keeping: Keeping;
  /** What the server said of the last attempt. */
  problems: readonly Problem[];
  change: (field: string, value: Value) => void;
  /** The changes alone, as the server takes them. */
  wire: () => Values;
  refuse: (problems: readonly Problem[]) => void;
  /** Forgets the changes: they are sent, or not wanted. */
  drop: () => void;
}

const AUTOSAVE_MS = 3_000;
const NO_PROBLEMS: readonly Problem[] = [];

/** The author is writing it: alone, so it may be saved at any time. */
export const isOwnDraft = (order: OrderPage): boolean =>
  (order.state === "draft" || order.state === "returned") && order.actions.some(({ verb }) => verb === "submit");

/** The changes that were made after those that were saved. */
export function unsaved(changes: Values, saved: Values): Values {
  return Object.fromEntries(Object.entries(changes).filter(([field, value]) => saved[field] !== value));
}

/** Of the record, only what was changed: two people at two steps do not overwrite each other. */
export function wireOf({ definition, values, matrix }: OrderPage, changes: Values): Values {
  const all = Object.entries(sent(definition, { ...values, ...changes }, matrix));
  return Object.fromEntries(all.filter(([field]) => field in changes));
}

/** Where the changes of an order are kept. */
export const workPlace = (order: string): string => `work.${order}`;

export function useWork(order: OrderPage): Work {
  const place = workPlace(order.id);
  const [changes, setChanges] = useState<Values>(() => readPreference(place, {}));
  const [isResumed, setResumed] = useState(Object.keys(changes).length > 0);
  const [keeping, setKeeping] = useState<Keeping>("clean");
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const isChanged = Object.keys(changes).length > 0;
  const latest = useRef({ order, changes });
  latest.current = { order, changes };

  const put = useCallback(
    (next: Values) => {
      latest.current.changes = next;
      setChanges(next);
      writePreference(place, next);
    },
    [place],
  );
  const change = useCallback(
    (field: string, value: Value) => put({ ...latest.current.changes, [field]: value }),
    [put],
  );
  const isDraft = isOwnDraft(order);
  useEffect(() => {
    if (!isDraft || Object.keys(changes).length === 0) return;
    const timer = setTimeout(async () => {
      setKeeping("saving");
      try {
        const page = await saveOrderDraft(order.id, wireOf(latest.current.order, changes));
        queryClient.setQueryData(orderQuery(order.id).queryKey, page);
        put(unsaved(latest.current.changes, changes));
        setKeeping("saved");
      } catch {
        setKeeping("local");
      }
    }, AUTOSAVE_MS);
    return () => clearTimeout(timer);
  }, [isDraft, changes, order.id, put]);

  return {
    values: { ...order.values, ...changes },
    isChanged,
    isResumed: isResumed && isChanged,
    keeping,
    problems,
    change,
    wire: () => wireOf(latest.current.order, latest.current.changes),
    refuse: setProblems,
    drop: () => {
      put({});
      setResumed(false);
      setProblems(NO_PROBLEMS);
    },
  };
}
