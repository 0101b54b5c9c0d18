// The order moved on while somebody was looking: who did it and when, in words.

import { orderQuery } from "@/api/orders";
import { ApiProblem } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import { useTranslation } from "@/i18n/words";
import type { HistoryEntry } from "@/model/order";
import { useFormat } from "./format";
import { useValueWords } from "./value_text";

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

/** Refused because somebody was faster. */
export const hasMovedOn = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && MOVED_ON.has(error.code);

/** Done by a person, and it moved the order. */
export const isDecision = ({ kind, by }: HistoryEntry): boolean => Boolean(by) && DECISIONS.has(kind);

interface Decided {
  wordsOf: (done: Pick<HistoryEntry, "at" | "by"> | null | undefined) => string | null;
  /** Asks the server who moved the order last. */
  ask: (order: string) => Promise<string | null>;
}

export function useDecided(): Decided {
  const { t } = useTranslation();
  const format = useFormat();
  const { nameOf } = useValueWords();
  const wordsOf: Decided["wordsOf"] = (entry) =>
    entry?.by ? t("errand.handled", { who: nameOf(entry.by), at: format.dateTime(entry.at) }) : null;
  const ask = async (order: string) => {
    const page = await queryClient.fetchQuery({ ...orderQuery(order), staleTime: 0 }).catch(() => null);
    void queryClient.invalidateQueries({ queryKey: ["inbox"] });
    return wordsOf([...(page?.history ?? [])].reverse().find(isDecision));
  };
  return { wordsOf, ask };
}
