// What a person decided and the server does not know yet. It is written on this device before anything else and goes out under
// one key, so that a closed tab loses nothing and no repetition acts twice. Many tasks decided at once are a few errands, each
// of a portion of them.

import { create } from "zustand";
import { dropPreference, readPreference, writePreference } from "./preference";

export interface Portion {
  order: string;
  task: string;
  title: string;
}

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
   * `out`: sent. `waiting`: about to be sent, or again as soon as the network is there. `left`: of so long ago that the person is
   * asked first.
   */
  state: "out" | "waiting" | "left";
  /** What was typed for it and stays on this device until the server has it. */
  keeps: readonly string[];
  /** What it decides, where that is more than one task; `order` is empty then. */
  portion?: readonly Portion[];
}

export type NewErrand = Omit<Errand, "state" | "decided_at">;

export interface ErrandEnd {
  errand: Errand;
  /** What the server said, when it did. */
  answer?: unknown;
  /** Absent: it is done. */
  error?: unknown;
  /** When it was sent: what the server keeps arrived after that. */
  since?: number;
  /** Puts what was typed for it back on this device. */
  giveBack?: () => void;
}

/** Who signed in last in this browser: with their cookie goes whatever any of its windows sends. */
const PERSON = "person";

export const useErrands = create<{ errands: readonly Errand[] }>(() => ({ errands: [] }));

const listeners = new Set<(ended: ErrandEnd) => void>();
/** In whose name this window sends; in nobody's before a sign-in. */
let person = "";

export const nameOf = (key: string): string => `errand.${key}`;
export const here = (): readonly Errand[] => useErrands.getState().errands;

/** Hears what became of every errand. Returns the way to stop. */
export function onErrandEnd(listener: (ended: ErrandEnd) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What it decides. */
export const tasksOf = ({ order, task, portion }: Errand): readonly Pick<Errand, "order" | "task">[] =>
  portion ?? [{ order, task }];

const isOf = (order: string) => (errand: Errand) => tasksOf(errand).some((one) => one.order === order);

export const errandOf = (order: string): Errand | undefined => here().find(isOf(order));

/** The one that is under way for an order. */
export const useErrandOf = (order: string): Errand | undefined =>
  useErrands(({ errands }) => errands.find(isOf(order)));

/** Only what is of whoever signed in last may be sent. */
export const isMine = ({ user }: Pick<Errand, "user">): boolean =>
  user === person && readPreference(PERSON, person) === person;

/** What others decided here leaves the window, and stays on the device for them. */
export function openBook(user: string): void {
  person = user;
  if (user) writePreference(PERSON, user);
  useErrands.setState({ errands: [] });
}

export function put(errand: Errand): void {
  writePreference(nameOf(errand.key), errand);
  if (errand.user !== person) return;
  const isKnown = here().some(({ key }) => key === errand.key);
  useErrands.setState({
    errands: isKnown ? here().map((one) => (one.key === errand.key ? errand : one)) : [...here(), errand],
  });
}

export function forget(key: string): void {
  dropPreference(nameOf(key));
  useErrands.setState({ errands: here().filter((errand) => errand.key !== key) });
}

/** It is done, or will not be. */
export function end(ended: ErrandEnd): void {
  forget(ended.errand.key);
  if (isMine(ended.errand)) for (const listener of listeners) listener(ended);
}
