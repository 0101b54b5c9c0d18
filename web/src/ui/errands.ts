// Errands on their way: each goes at once, or as soon as the network is there. What can still be taken back then, the server keeps.

import { api } from "@/api/client";
import { orderQuery } from "@/api/orders";
import { ApiProblem } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import type { OrderPage } from "@/model/order";
import { type Errand, end, forget, here, isMine, type NewErrand, nameOf, put } from "./errand_book";
import { dropPreference, readPreference, writePreference } from "./preference";

/** What was decided longer ago does not go without a question: nobody remembers it, and much may have changed. */
const FRESH_MS = 10 * 60_000;
/** The session, the network or the server is in the way, not the errand. */
const PASSING = new Set([0, 401, 429, 502, 503, 504]);
const PASSING_CODES = new Set(["password_change_due"]);

const running = new Map<string, Promise<void>>();

/** A decision that nothing has sent goes now, or is asked for. */
export function resume(errand: Errand): void {
  put({ ...errand, state: Date.now() - errand.decided_at > FRESH_MS ? "left" : "waiting" });
}

/** On this device from now on, and on its way as soon as it can: at once with [`sendErrand`], or with the next round. */
export function queueErrand(errand: NewErrand): void {
  put({ ...errand, decided_at: Date.now(), state: "waiting" });
}

/** Not wanted any more, as far as it is not on its way. */
export function dropErrand(key: string): void {
  if (!running.has(key)) forget(key);
}

/** Comes back when it has ended, or has to wait. */
export function sendErrand(key: string): Promise<void> {
  const errand = here().find((one) => one.key === key);
  const run = running.get(key) ?? (errand && isMine(errand) ? carry(errand) : undefined);
  if (errand && !run) put({ ...errand, state: "waiting" });
  return run ?? Promise.resolve();
}

export const isRunning = (key: string): boolean => running.has(key);

function carry(errand: Errand): Promise<void> {
  put({ ...errand, state: "out" });
  const run = submit(errand).finally(() => running.delete(errand.key));
  running.set(errand.key, run);
  return run;
}

async function submit(errand: Errand): Promise<void> {
  const { key, order, path, body, keeps, portion } = errand;
  const since = Date.now();
  try {
    const answer = await api.post<unknown>(path, body, { key, outlivesPage: true });
    dropPreference(nameOf(key));
    const giveBack = take(keeps);
    if (!portion && isMine(errand)) queryClient.setQueryData(orderQuery(order).queryKey, answer as OrderPage);
    // The lists learn of it first, so that what is done does not come back for a moment.
    await queryClient.invalidateQueries({ queryKey: ["inbox"] }).catch(() => undefined);
    end({ errand, answer, since, giveBack });
  } catch (error) {
    if (isPassing(error)) put({ ...errand, state: "waiting" });
    else end({ errand, error });
  }
}

/** What was typed leaves the device; the answer puts it back. */
function take(keeps: readonly string[]): () => void {
  const typed = keeps.map((name) => [name, readPreference<unknown>(name, null)] as const);
  keeps.forEach(dropPreference);
  return () => {
    for (const [name, value] of typed) if (value !== null) writePreference(name, value);
  };
}

const isPassing = (error: unknown): boolean =>
  error instanceof ApiProblem && (PASSING.has(error.status) || PASSING_CODES.has(error.code));
