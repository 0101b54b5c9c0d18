// What became of a decision, on the page of its order: the work is forgotten once it went, what was refused is shown where it is
// wrong, and whoever came too late reads who was faster.

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { sessionQuery } from "@/api/session";
import type { HistoryEntry, OrderPage } from "@/model/order";
import { isDecision, useDecided } from "@/ui/decided";
import { type ErrandEnd, onErrandEnd } from "@/ui/errand_book";
import { type ActOptions, isAboutFields } from "./act";

export function useOutcome(
  order: OrderPage,
  { onDone, onRefused }: Pick<ActOptions, "onRefused"> & { onDone: () => void },
) {
  const hear = ({ errand, error, answer }: ErrandEnd) => {
    if (errand.order !== order.id) return;
    if (isAboutFields(error, order)) onRefused(error.problems);
    else if (error === undefined && !isHeld(answer as OrderPage)) onDone();
  };
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => onErrandEnd((ended) => latest.current(ended)), []);
  const [waits, isMine] = [isHeld(order), hasTask(order)];
  const waited = useRef(waits);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    if (waited.current && !waits && !isMine) done.current();
    waited.current = waits;
  }, [waits, isMine]);
}

/** The server keeps a decision of this person, who can still take it back and has the same work again. */
export const isHeld = ({ held = [] }: OrderPage): boolean => held.length > 0;

const hasTask = ({ actions }: OrderPage): boolean => actions.some(({ task }) => task);

/**
 * The last decision of colleagues at a step that was this person's too; `null` when it never was, is still to be decided, or was
 * this person's own.
 */
export function fasterColleague(history: readonly HistoryEntry[], me: string): HistoryEntry | null {
  const isMine = ({ kind, data }: HistoryEntry) =>
    (kind === "assigned" || kind === "offered") && [...(data?.to ?? []), ...(data?.candidates ?? [])].includes(me);
  const backwards = [...history].reverse();
  const [mine] = backwards.filter(isMine);
  if (!mine) return null;
  const after = history.slice(history.lastIndexOf(mine) + 1);
  const decided = after.filter((entry) => entry.node === mine.node && isDecision(entry));
  return decided.some(({ by }) => by === me) ? null : (decided.at(-1) ?? null);
}

/** Who was faster and when, in words, for somebody who has nothing to do here any more; often nobody has, and the order has ended. */
export function useFaster(order: OrderPage): string | null {
  const { data: me } = useQuery(sessionQuery);
  const { wordsOf } = useDecided();
  if (order.state === "draft" || hasTask(order) || isHeld(order)) return null;
  return wordsOf(fasterColleague(order.history, me?.user.id ?? ""));
}
