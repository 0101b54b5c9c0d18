// Files that are not up yet, kept in the browser's own database with what they are for: a closed tab or a dead phone loses
// none of them. A browser that keeps nothing simply begins anew.

import type { FileValue } from "@/model/value";
import { writePreference } from "../preference";
import { type Goal, KEPT_MS, shelfMark } from "./book";

export interface Shelved {
  id: string;
  user: string;
  goal: Goal;
  place: string;
  name: string;
  bytes: number;
  modified: number;
  at: number;
  /** What travels; absent where the browser had no room for it. */
  file?: File;
  isPaused?: boolean;
  /** How far it was when it was paused. */
  sent?: number;
  /** It is up, and waits for its field. */
  arrived?: FileValue;
  isQuiet?: boolean;
}

const NAME = "tessera";
const STORE = "uploads";
const VERSION = 1;
/** Some browsers never answer. */
const OPEN_MS_MAX = 5_000;

let opened: Promise<IDBDatabase> | undefined;

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
  const never = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("no database")), OPEN_MS_MAX));
  const database = await Promise.race([answer(request), never]);
  const forget = () => {
    database.close();
    opened = undefined;
  };
  // Some browsers close it behind a page that slept.
  Object.assign(database, { onversionchange: forget, onclose: forget });
  return database;
}

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  opened ??= open();
  try {
    const transaction = (await opened).transaction(STORE, mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const [result] = await Promise.all([answer(work(transaction.objectStore(STORE))), done]);
    return result;
  } catch (error) {
    opened = undefined;
    throw error;
  }
}

/** One after the other for each file, so that none comes back after it was taken away. */
const turns = new Map<string, Promise<unknown>>();

function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(id) ?? Promise.resolve()).then(work);
  const over = turn.then(
    () => undefined,
    () => undefined,
  );
  turns.set(id, over);
  void over.then(() => turns.get(id) === over && turns.delete(id));
  return turn;
}

let channel: BroadcastChannel | undefined;

function wire(): BroadcastChannel {
  channel ??= new BroadcastChannel("tessera.uploads");
  return channel;
}

/** Hears that another window changed something. Returns the way to stop. */
export function onShelf(listener: () => void): () => void {
  wire().addEventListener("message", listener);
  return () => wire().removeEventListener("message", listener);
}

const tell = () => wire().postMessage("changed");

const put = (one: Shelved): Promise<unknown> => within("readwrite", (store) => store.put(one));

/** Where there is no room for the file, its name is kept, so that it can be asked for. `false`: nothing is kept. */
export const keep = (one: Shelved): Promise<boolean> =>
  inTurn(one.id, async () => {
    const { file: _, ...name } = one;
    writePreference(shelfMark(one.user), one.at);
    return put(one)
      .catch(() => put(name))
      .then(tell)
      .then(
        () => true,
        () => false,
      );
  });

/** Changes what is kept, if it is. */
export const mark = (id: string, part: Partial<Shelved>): Promise<void> =>
  inTurn(id, async () => {
    const one = await within<Shelved | undefined>("readonly", (store) => store.get(id)).catch(() => undefined);
    if (one) await put({ ...one, ...part }).then(tell, () => undefined);
  });

export const take = (id: string): Promise<void> =>
  inTurn(id, () => within("readwrite", (store) => store.delete(id)).then(tell, () => undefined));

/** Of one person. What nobody came back to for long is thrown away, whosever it is. */
export async function shelvedOf(user: string): Promise<Shelved[]> {
  const all = await within<Shelved[]>("readonly", (store) => store.getAll()).catch(() => []);
  const isOld = ({ at }: Shelved) => Date.now() - at > KEPT_MS;
  for (const { id } of all.filter(isOld)) void take(id);
  return all.filter((one) => one.user === user && !isOld(one));
}
