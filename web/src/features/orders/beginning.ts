import { useEffect, useRef } from "react";
import type { OrderAction, OrderVerb } from "@/model/order";

/** Runs once, when the order has been drawn: its form can be checked then. */
export function useBeginning(begin: () => void): void {
  const latest = useRef(begin);
  latest.current = begin;
  useEffect(() => latest.current(), []);
}

/** What was chosen before the order was opened. Where nobody is asked for a yes, going on is one; a comment has a place of its own. */
export function actionOf(begin: OrderVerb | undefined, actions: readonly OrderAction[]): OrderAction | undefined {
  if (begin === "comment") return;
  const named = (wanted: OrderVerb | undefined) => actions.find(({ verb }) => verb === wanted);
  return named(begin) ?? (begin === "approve" ? named("complete") : undefined);
}
