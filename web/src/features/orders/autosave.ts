// What is typed into an order reaches the server by itself: a draft as a draft, at a step as what was filled in there so far.

import { useEffect, useRef, useState } from "react";
import { orderQuery, saveOrderDraft, saveTask } from "@/api/orders";
import { ApiProblem } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import type { OrderPage } from "@/model/order";
import type { Values } from "@/model/value";
import { errandOf } from "@/ui/errand_book";

/** `local`: only on this device, because the network fails or the server does not take it. */
export type Keeping = { is: "clean" | "saving" | "local" } | { is: "saved"; at: number };

/** After the first change that is not saved, however much follows. */
const AUTOSAVE_MS = 3_000;
const RETRY_MS = 5_000;

/** The author is writing it: alone, so it may be saved at any time. */
export const isOwnDraft = (order: OrderPage): boolean =>
  (order.state === "draft" || order.state === "returned") && order.actions.some(({ verb }) => verb === "submit");

type Save = (values: Values) => Promise<OrderPage>;

/** `null`: what is typed here is sent with a verb, or not at all. */
export function saverOf(order: OrderPage): Save | null {
  if (isOwnDraft(order)) return (values) => saveOrderDraft(order.id, values);
  const task = order.actions.find(({ verb }) => verb === "save")?.task;
  return task ? (values) => saveTask(order.id, { task, values }) : null;
}

/** Half a number keeps nothing else from being saved. */
export async function saveWhatIsTaken(save: Save, values: Values): Promise<{ page: OrderPage; refused: Set<string> }> {
  try {
    return { page: await save(values), refused: new Set() };
  } catch (error) {
    const refused = new Set(error instanceof ApiProblem ? error.problems.map(({ place }) => place) : []);
    if (refused.size === 0) throw error;
    const taken = Object.entries(values).filter(([field]) => !refused.has(field));
    return { page: await save(Object.fromEntries(taken)), refused };
  }
}

/** The changes that were made after those that were saved. */
export function unsaved(changes: Values, saved: Values): Values {
  return Object.fromEntries(Object.entries(changes).filter(([field, value]) => saved[field] !== value));
}

export interface Unsent {
  order: OrderPage;
  changes: Values;
  /** As the server takes them. */
  wire: (changes: Values) => Values;
  /** The server has these by now. */
  onSaved: (saved: Values) => void;
}

export function useAutosave(unsent: Unsent): Keeping {
  const [keeping, setKeeping] = useState<Keeping>({ is: "clean" });
  const latest = useRef(unsent);
  latest.current = unsent;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isUnderWay = useRef(false);
  /** Not taken as they stand: they wait for the next change. */
  const refused = useRef<Values>({});
  const due = (): Values => unsaved(latest.current.changes, refused.current);

  const run = async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const { order, wire } = latest.current;
    const save = saverOf(order);
    const changes = due();
    if (!save || isUnderWay.current || errandOf(order.id) || Object.keys(changes).length === 0) return;
    isUnderWay.current = true;
    setKeeping({ is: "saving" });
    try {
      const { page, refused: not } = await saveWhatIsTaken(save, wire(changes));
      const split = (isTaken: boolean) =>
        Object.fromEntries(Object.entries(changes).filter(([field]) => not.has(field) !== isTaken));
      refused.current = { ...refused.current, ...split(false) };
      queryClient.setQueryData(orderQuery(order.id).queryKey, page);
      latest.current.onSaved(split(true));
      setKeeping({ is: "saved", at: Date.now() });
    } catch (error) {
      if (error instanceof ApiProblem && !error.isPassing) {
        // The order moved on: what it is now says the page, and why nothing is saved here.
        refused.current = { ...refused.current, ...changes };
        void queryClient.invalidateQueries({ queryKey: orderQuery(order.id).queryKey });
      }
      setKeeping({ is: "local" });
    } finally {
      isUnderWay.current = false;
    }
  };
  const now = useRef(run);
  now.current = run;

  // After every change and every try: what is left is planned once, and never put off.
  useEffect(() => {
    if (timer.current !== undefined || isUnderWay.current || !saverOf(unsent.order)) return;
    if (Object.keys(due()).length === 0) return;
    timer.current = setTimeout(() => void now.current(), keeping.is === "local" ? RETRY_MS : AUTOSAVE_MS);
  });
  useEffect(() => {
    const reach = () => void now.current();
    addEventListener("online", reach);
    return () => {
      removeEventListener("online", reach);
      reach();
    };
  }, []);
  return keeping;
}
