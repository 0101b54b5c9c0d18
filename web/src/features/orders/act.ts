// Doing a verb: decisions are errands, which the server keeps for a moment; everything else is waited for. One key per intent, and an
// honest answer when a colleague was faster.

import { useState } from "react";
import { actOnOrder, heldPath, isFinishing } from "@/api/orders";
import { ApiProblem } from "@/api/problem";
import { signedInAs } from "@/api/session";
import { useTranslation } from "@/i18n/words";
import type { OrderAction, OrderPage, OrderVerb } from "@/model/order";
import type { Problem } from "@/model/problem";
import { hasMovedOn, useDecided } from "@/ui/decided";
import { queueErrand, sendErrand } from "@/ui/errands";
import { toast } from "@/ui/toast";
import { type Answers, bodyOf } from "./verbs";

export interface ActOptions {
  /** Somebody else was faster: who and when, in words. */
  onHandled: (text: string) => void;
  /** Fields are wrong. */
  onRefused: (problems: readonly Problem[]) => void;
}

export interface Act {
  action: OrderAction;
  answers: Answers;
  /** As the button says it. */
  what: string;
  key: string;
  /** Names of what was typed for it and stays on this device until the server has it. */
  keeps: readonly string[];
}

/**
 * `out`: it is on its way. `handled`: somebody else did it. `refused`: fields are wrong. `lost`: nobody knows; the same
 * try again is no second one.
 */
export type Ended = "done" | "out" | "handled" | "refused" | "failed" | "lost";

export function useAct(order: OrderPage, { onHandled, onRefused }: ActOptions) {
  const { t } = useTranslation();
  const { t: tOrders } = useTranslation("orders");
  const decided = useDecided();
  const [busy, setBusy] = useState<OrderVerb | null>(null);

  const decide = ({ action, answers, what, key, keeps }: Act) => {
    const title = order.title || tOrders("untitled", { form: order.form_name });
    const user = signedInAs();
    const call = { path: heldPath(order.id, action.verb), body: bodyOf(action, answers) };
    queueErrand({ key, user, order: order.id, task: action.task ?? null, what, title, keeps, ...call });
    void sendErrand(key);
  };
  const tell = async (error: unknown): Promise<Ended> => {
    if (hasMovedOn(error)) {
      const words = await decided.ask(order.id);
      if (words) onHandled(words);
      else toast.problem(error);
      return "handled";
    }
    if (isAboutFields(error, order)) {
      onRefused(error.problems);
      return "refused";
    }
    toast.problem(error);
    return error instanceof ApiProblem && error.isOffline ? "lost" : "failed";
  };
  const run = async (act: Act): Promise<Ended> => {
    if (busy) return "failed";
    const { action, answers, what, key } = act;
    if (isFinishing(action.verb)) {
      decide(act);
      return "out";
    }
    setBusy(action.verb);
    try {
      await actOnOrder(order.id, action.verb, bodyOf(action, answers), { key });
      toast.success(t("errand.done", { what }));
      return "done";
    } catch (error) {
      return await tell(error);
    } finally {
      setBusy(null);
    }
  };
  return { run, busy };
}

export function isAboutFields(error: unknown, { definition }: OrderPage): error is ApiProblem {
  if (!(error instanceof ApiProblem)) return false;
  const fields = new Set(definition.fields.map(({ id }) => id));
  return error.problems.some(({ place }) => fields.has(place));
}
