// Errands on their way: one can be taken back for eight seconds, then it goes, and waits while the network is away.

import { api } from "@/api/client";
import { orderQuery } from "@/api/orders";
import { ApiProblem } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import type { OrderPage } from "@/model/order";
import { type Errand, end, forget, here, isMine, type NewErrand, nameOf, openBook, put } from "./errand_book";
import { dropPreference } from "./preference";
import { toast } from "./toast";

/** What was decided longer ago does not go without a question: nobody remembers it, and much may have changed. */
const FRESH_MS = 10 * 60_000;
/** The session, the network or the server is in the way, not the errand. */
const PASSING = new Set([0, 401, 429, 502, 503, 504]);
const PASSING_CODES = new Set(["password_change_due"]);

/** Of what can still be taken back: several errands may share one toast. */
const toasts = new Map<string, { undo: () => void; end: () => void }>();
const running = new Map<string, Promise<void>>();

/**
 * From now on the errands of this person go out, and nobody else's. What others decided here leaves the window, and stays on
 * the device for them.
 */
export function sendAs(user: string): void {
  openBook(user);
  endToasts();
}

/** A decision that nothing has sent goes now, or is asked for. */
export function resume(errand: Errand): void {
  put({ ...errand, state: Date.now() - errand.decided_at > FRESH_MS ? "left" : "waiting" });
}

interface Holding {
  /** Sends them once nobody can take them back any more; otherwise all go at once. */
  send?: (keys: readonly string[]) => void;
  takenBack?: () => void;
}

/** Says what is going to be done, and does it when nobody has taken it back. */
export function holdErrands(errands: readonly NewErrand[], text: string, { send, takenBack }: Holding = {}): void {
  const decided_at = Date.now();
  const keys = errands.map(({ key }) => key);
  for (const errand of errands) put({ ...errand, decided_at, state: "held" });
  const undo = () => {
    for (const key of keys) dropErrand(key);
    takenBack?.();
  };
  const ended = () => {
    for (const key of keys) toasts.delete(key);
    const due = keys.filter(isDue);
    if (send && due.length > 0) send(due);
    else for (const key of due) void sendErrand(key);
  };
  const end = toast.undo(text, undo, ended);
  for (const key of keys) toasts.set(key, { undo, end });
}

/** The time to take it back is over; a device that slept meanwhile may be hours late. */
function isDue(key: string): boolean {
  const errand = here().find((one) => one.key === key && one.state === "held");
  if (errand) resume(errand);
  return here().find((one) => one.key === key)?.state === "waiting";
}

/** It goes by itself as soon as it can: it was tried without a network, or is tried once more. */
export function queueErrand(errand: NewErrand): void {
  put({ ...errand, decided_at: Date.now(), state: "waiting" });
}

/** Not wanted any more, as far as it is not on its way. */
export function dropErrand(key: string): void {
  if (!running.has(key)) forget(key);
}

/** With all that was decided together with it. */
export function takeBack(key: string): void {
  const shown = toasts.get(key);
  shown?.undo();
  shown?.end();
}

/** Now, without waiting any longer. Comes back when it has ended, or has to wait. */
export function sendErrand(key: string): Promise<void> {
  const errand = here().find((one) => one.key === key);
  const run = running.get(key) ?? (errand && isMine(errand) ? carry(errand) : undefined);
  if (errand && !run) put({ ...errand, state: "waiting" });
  return run ?? Promise.resolve();
}

export const isRunning = (key: string): boolean => running.has(key);

/** Whatever can still be taken back goes now; the browser carries it on when the page is left. */
export function endHolding(): void {
  const keys = [...toasts.keys()];
  endToasts();
  // One after the other is for who looks on.
  for (const key of keys) if (here().some((one) => one.key === key && one.state === "waiting")) void sendErrand(key);
}

function endToasts(): void {
  for (const { end } of [...toasts.values()]) end();
}

function carry(errand: Errand): Promise<void> {
  put({ ...errand, state: "out" });
  const run = submit(errand).finally(() => running.delete(errand.key));
  running.set(errand.key, run);
  return run;
}

async function submit(errand: Errand): Promise<void> {
  const { key, order, path, body, keeps, portion } = errand;
  try {
    const answer = await api.post<unknown>(path, body, { key, outlivesPage: true });
    dropPreference(nameOf(key));
    for (const name of keeps) dropPreference(name);
    if (!portion && isMine(errand)) queryClient.setQueryData(orderQuery(order).queryKey, answer as OrderPage);
    // The lists learn of it first, so that what is done does not come back for a moment.
    await queryClient.invalidateQueries({ queryKey: ["inbox"] }).catch(() => undefined);
    end({ errand, answer });
  } catch (error) {
    if (isPassing(error)) put({ ...errand, state: "waiting" });
    else end({ errand, error });
  }
}

const isPassing = (error: unknown): boolean =>
  error instanceof ApiProblem && (PASSING.has(error.status) || PASSING_CODES.has(error.code));

/** Everything that can still be taken back goes now; the answers are awaited. */
export async function settleErrands(): Promise<void> {
  endToasts();
  await Promise.all(
    here()
      .filter(({ state }) => state !== "left")
      .map(({ key }) => sendErrand(key)),
  );
}
