// Doing a verb: one key per intent, an honest answer when a colleague was faster, and a way back where there is one.

import { useState } from "react";
import { useTranslation } from "react-i18next";
import { actOnOrder, orderQuery } from "@/api/orders";
import { ApiProblem } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import { newId } from "@/model/id";
import type { HistoryEntry, OrderAction, OrderPage, OrderVerb } from "@/model/order";
import type { Problem } from "@/model/problem";
import { useFormat } from "@/ui/format";
import { toast } from "@/ui/toast";
import { useValueWords } from "@/ui/value_text";
import { type Answers, bodyOf } from "./verbs";

/** Refusals that mean: the order moved on while the person was looking. */
const MOVED_ON = new Set(["task_closed", "already_claimed", "not_yours", "order_ended", "stale_revision"]);

const DECISIONS = new Set([
  "approved",
  "rejected",
  "completed",
  "returned",
  "claimed",
  "transferred",
  "reassigned",
  "terminated",
  "withdrawn",
  "recalled",
]);

/** What was done last, and by a person. */
export function lastDecision(history: readonly HistoryEntry[]): (HistoryEntry & { by: string }) | null {
  const found = [...history].reverse().find(({ kind, by }) => by && DECISIONS.has(kind));
  return found?.by ? { ...found, by: found.by } : null;
}

export interface ActOptions {
  /** Somebody else was faster: who and when, in words. */
  onHandled: (text: string) => void;
  /** Fields are wrong. */
  onRefused: (problems: readonly Problem[]) => void;
}

/** `handled`: somebody else did it. `refused`: fields are wrong. `lost`: nobody knows; the same try again is no second one. */
export type Ended = "done" | "handled" | "refused" | "failed" | "lost";

export function useAct(order: OrderPage, { onHandled, onRefused }: ActOptions) {
  const { t } = useTranslation("orders");
  const format = useFormat();
  const { nameOf } = useValueWords();
  const [busy, setBusy] = useState<OrderVerb | null>(null);

  const tellDone = (action: OrderAction, page: OrderPage) => {
    const text = t("did", { what: t(`verb.${action.verb}`) });
    const back = page.actions.find(({ verb }) => verb === "recall");
    const isDecision = action.verb === "approve" || action.verb === "complete" || action.verb === "return";
    if (!isDecision || !back?.visit) return toast.success(text);
    const body = { visit: back.visit };
    toast.undo(text, () => void actOnOrder(order.id, "recall", body, { key: newId() }).catch(toast.problem));
  };
  const tellHandled = async (problem: ApiProblem) => {
    const page = await queryClient.fetchQuery({ ...orderQuery(order.id), staleTime: 0 }).catch(() => null);
    void queryClient.invalidateQueries({ queryKey: ["inbox"] });
    const last = page && lastDecision(page.history);
    if (last) onHandled(t("handledBy", { who: nameOf(last.by), at: format.dateTime(last.at) }));
    else toast.problem(problem);
  };

  const tell = async (error: unknown): Promise<Ended> => {
    if (error instanceof ApiProblem && MOVED_ON.has(error.code)) {
      await tellHandled(error);
      return "handled";
    }
    const fields = new Set(order.definition.fields.map(({ id }) => id));
    if (error instanceof ApiProblem && error.problems.some(({ place }) => fields.has(place))) {
      onRefused(error.problems);
      return "refused";
    }
    toast.problem(error);
    return error instanceof ApiProblem && error.isOffline ? "lost" : "failed";
  };
  const run = async (action: OrderAction, answers: Answers, key: string): Promise<Ended> => {
    if (busy) return "failed";
    setBusy(action.verb);
    try {
      const page = await actOnOrder(order.id, action.verb, bodyOf(action, answers), { key });
      tellDone(action, page);
      return "done";
    } catch (error) {
      return await tell(error);
    } finally {
      setBusy(null);
    }
  };
  return { run, busy };
}
