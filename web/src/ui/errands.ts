// What a person decided and the server does not know yet: it can be taken back for eight seconds, and waits while the
// network is away. It is written on this device before anything else and goes out under one key, so that a closed tab
// loses nothing and no repetition acts twice.

import { create } from "zustand";
import { api } from "@/api/client";
import { orderQuery } from "@/api/orders";
import { ApiProblem } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import type { OrderPage } from "@/model/order";
import { dropPreference, readPreference, writePreference } from "./preference";
import { toast } from "./toast";

export interface Errand {
  /** The id of the command. */
  key: string;
  user: string;
  order: string;
  task: string | null;
  path: string;
  body: unknown;
  /** The button that was pressed, as it was called. */
  what: string;
  title: string;
  decided_at: number;
  /**
   * `held`: may be taken back. `out`: sent. `waiting`: sent in vain, and again as soon as the network is there. `left`: of so
   * long ago that the person is asked first.
   */
  state: "held" | "out" | "waiting" | "left";
  /** What was typed for it and stays on this device until the server has it. */
  keeps: readonly string[];
}

export interface ErrandEnd {
  errand: Errand;
  /** Absent: it is done. */
  error?: unknown;
}

/** What was decided longer ago does not go without a question: nobody remembers it, and much may have changed. */
const FRESH_MS = 10 * 60_000;
/** The session, the network or the server is in the way, not the errand. */
const PASSING = new Set([0, 401, 429, 502, 503, 504]);
const PASSING_CODES = new Set(["password_change_due"]);
/** Who signed in last in this browser: with their cookie goes whatever any of its windows sends. */
const PERSON = "person";

export const useErrands = create<{ errands: readonly Errand[] }>(() => ({ errands: [] }));

const listeners = new Set<(ended: ErrandEnd) => void>();
const toasts = new Map<string, () => void>();
const running = new Set<string>();
/** In whose name this window sends; in nobody's before a sign-in. */
let person = "";

export const nameOf = (key: string): string => `errand.${key}`;
export const here = (): readonly Errand[] => useErrands.getState().errands;

/** Hears what became of every errand. Returns the way to stop. */
export function onErrandEnd(listener: (ended: ErrandEnd) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const errandOf = (order: string): Errand | undefined => here().find((errand) => errand.order === order);

/** The one that is under way for an order. */
export const useErrandOf = (order: string): Errand | undefined =>
  useErrands(({ errands }) => errands.find((errand) => errand.order === order));

const isMine = ({ user }: Errand): boolean => user === person && readPreference(PERSON, person) === person;

/**
 * From now on the errands of this person go out, and nobody else's. What others decided here leaves the window, and stays on
 * the device for them.
 */
export function sendAs(user: string): void {
  person = user;
  if (user) writePreference(PERSON, user);
  useErrands.setState({ errands: [] });
  endHolding();
}

export function put(errand: Errand): void {
  writePreference(nameOf(errand.key), errand);
  if (errand.user !== person) return;
  useErrands.setState({ errands: [...here().filter(({ key }) => key !== errand.key), errand] });
}

export function forget(key: string): void {
  dropPreference(nameOf(key));
  useErrands.setState({ errands: here().filter((errand) => errand.key !== key) });
}

/** A decision that nothing has sent goes now, or is asked for. */
export function resume(errand: Errand): void {
  put({ ...errand, state: Date.now() - errand.decided_at > FRESH_MS ? "left" : "waiting" });
}

/** Says what is going to be done, and does it when nobody has taken it back. */
export function holdErrand(errand: Omit<Errand, "state" | "decided_at">, text: string): void {
  put({ ...errand, decided_at: Date.now(), state: "held" });
  const end = toast.undo(
    text,
    () => forget(errand.key),
    () => sendHeld(errand.key),
  );
  toasts.set(errand.key, end);
}

/** It was tried without a network: goes by itself as soon as it can. */
export function queueErrand(errand: Omit<Errand, "state" | "decided_at">): void {
  put({ ...errand, decided_at: Date.now(), state: "waiting" });
}

/** Not wanted any more, as far as it is not on its way. */
export function dropErrand(key: string): void {
  if (!running.has(key)) forget(key);
}

export function takeBack(key: string): void {
  if (here().find((errand) => errand.key === key)?.state === "held") forget(key);
  toasts.get(key)?.();
}

/** The time to take it back is over; a device that slept meanwhile may be hours late. */
function sendHeld(key: string): void {
  toasts.delete(key);
  const errand = here().find((one) => one.key === key && one.state === "held");
  if (errand) resume(errand);
  if (here().find((one) => one.key === key)?.state === "waiting") sendErrand(key);
}

/** Now, without waiting any longer. */
export function sendErrand(key: string): void {
  toasts.delete(key);
  const errand = here().find((one) => one.key === key);
  if (errand && !running.has(key)) void carry(errand);
}

export const isRunning = (key: string): boolean => running.has(key);

/** Whatever can still be taken back goes now; the browser carries it on when the page is left. */
export function endHolding(): void {
  for (const end of [...toasts.values()]) end();
}

async function carry(errand: Errand): Promise<void> {
  const { key, order, path, body, keeps } = errand;
  if (!isMine(errand)) return put({ ...errand, state: "waiting" });
  running.add(key);
  put({ ...errand, state: "out" });
  try {
    const page = await api.post<OrderPage>(path, body, { key, outlivesPage: true });
    dropPreference(nameOf(key));
    for (const name of keeps) dropPreference(name);
    if (isMine(errand)) queryClient.setQueryData(orderQuery(order).queryKey, page);
    // The lists learn of it first, so that what is done does not come back for a moment.
    await queryClient.invalidateQueries({ queryKey: ["inbox"] }).catch(() => undefined);
    end({ errand });
  } catch (error) {
    if (isPassing(error)) put({ ...errand, state: "waiting" });
    else end({ errand, error });
  } finally {
    running.delete(key);
  }
}

function end(ended: ErrandEnd): void {
  forget(ended.errand.key);
  for (const listener of listeners) listener(ended);
}

const isPassing = (error: unknown): boolean =>
  error instanceof ApiProblem && (PASSING.has(error.status) || PASSING_CODES.has(error.code));

/** Everything that can still be taken back goes now; the answers are awaited. */
export async function settleErrands(): Promise<void> {
  await Promise.all(
    here()
      .filter(({ key, state }) => state !== "left" && !running.has(key))
      .map(carry),
  );
}
