// Files on their way up: brought, paused, tried again, chosen again, given up. Each goes on whatever page is open, and ends
// when its field has it.

import { giveUpUpload, keptHere } from "@/api/files";
import { ApiProblem, problemOfCode } from "@/api/problem";
import { signedInAs } from "@/api/session";
import { saidOf } from "@/i18n/joined";
import { newId } from "@/model/id";
import type { FileValue } from "@/model/value";
import { isMine } from "../errand_book";
import { type Hold, hold } from "../hold";
import { problemText } from "../problem_text";
import { change, enter, forget, type Goal, here, isOf, type Standing, type Upload, uploadOf } from "./book";
import { carryUp } from "./carry";
import { keep, mark, type Shelved, take } from "./shelf";

export type Prepare = (file: File) => Promise<File>;

export interface Bringing {
  goal: Goal | null;
  place: string;
  /** What is done to a file before it travels; what that throws is shown beside it. */
  prepare: Prepare;
  /** It is for a form that is only tried, and never leaves this device. */
  isTried: boolean;
}

interface Run {
  controller: AbortController;
  /** Ends a wait. */
  goOn?: () => void;
  /** It is being written down on the device. */
  shelving?: Promise<void>;
}

/** It is the file that is refused. */
const FINAL = new Set([413, 422]);

/** What was picked in this window. */
const picked = new Map<string, { file: File } & Pick<Bringing, "prepare" | "isTried">>();
const runs = new Map<string, Run>();
/** While one is held, no other window sends it. */
const holds = new Map<string, Promise<Hold | null>>();
/** The server may have a part of these. */
const begun = new Set<string>();
/** They are never taken up again, though the shelf may still have them for a moment. */
const gone = new Set<string>();

export const isGone = (id: string): boolean => gone.has(id);
export const holdUpload = (id: string): Promise<Hold | null> => hold(`upload.${id}`);

export function bring(files: readonly File[], { goal, place, ...way }: Bringing): void {
  const user = signedInAs();
  const fresh = files.map((file): Upload => {
    const { name, size: bytes, lastModified: modified } = file;
    return { id: newId(), user, goal, place, name, bytes, modified, sent: 0, since: null, standing: { is: "going" } };
  });
  enter(fresh);
  fresh.forEach(({ id }, at) => {
    const file = files[at];
    if (file) picked.set(id, { file, ...way });
    if (goal) holds.set(id, holdUpload(id));
    void run(id);
  });
}

/** One that another window left: it goes on here. */
export function goOnWith(upload: Upload, held: Hold): void {
  holds.set(upload.id, Promise.resolve(held));
  begun.add(upload.id);
  enter([upload]);
  if (upload.standing.is === "going") void run(upload.id);
}

async function run(id: string): Promise<void> {
  const mine: Run = { controller: new AbortController() };
  runs.set(id, mine);
  change(id, { standing: { is: "going" } });
  try {
    const file = await carried(id, mine);
    await mine.shelving;
    mine.controller.signal.throwIfAborted();
    const upload = uploadOf(id);
    // Written down before its field has it, so that it is never sent and attached a second time.
    const isKept = upload?.goal ? await keep(shelved(upload, { arrived: file })) : false;
    change(id, { isKept, standing: { is: "arrived", file } });
    release(id);
  } catch (error) {
    if (!mine.controller.signal.aborted) change(id, { since: null, standing: standingAfter(error) });
  } finally {
    if (runs.get(id) === mine) runs.delete(id);
  }
}

/** What it became on the server. */
async function carried(id: string, mine: Run): Promise<FileValue> {
  const { signal } = mine.controller;
  const source = picked.get(id);
  const ready = uploadOf(id)?.ready ?? (await source?.prepare(source.file));
  signal.throwIfAborted();
  if (!ready) throw problemOfCode(422, "file_unreadable");
  if (source?.isTried) return keptHere(ready, id);
  change(id, { ready, name: ready.name, bytes: ready.size, modified: ready.lastModified });
  mine.shelving = putOnShelf(id);
  const isBegun = begun.has(id);
  begun.add(id);
  return carryUp(ready, id, isBegun, {
    signal,
    mayGo: () => isMine({ user: uploadOf(id)?.user ?? "" }),
    onProgress: (sent) => runs.get(id) === mine && change(id, advanced(id, sent)),
    onPause: (why, goOn) => {
      if (runs.get(id) !== mine) return;
      mine.goOn = goOn;
      change(id, { since: null, standing: { is: "waiting", why } });
    },
  });
}

async function putOnShelf(id: string): Promise<void> {
  await holds.get(id);
  const upload = uploadOf(id);
  if (!upload?.goal || upload.isKept) return;
  const isKept = await keep(shelved(upload, { ...(upload.ready && { file: upload.ready }) }));
  change(id, { isKept });
}

const shelved = (
  { ready: _, sent: _1, since: _2, standing: _3, isKept: _4, ...upload }: Upload,
  more: Partial<Shelved>,
) => ({ ...upload, ...more, at: Date.now() }) as Shelved;

/** What was counted and then lost on the way is not counted back, unless the server knows nothing of it any more. */
function advanced(id: string, sent: number): Partial<Upload> {
  const was = uploadOf(id);
  const reached = sent === 0 ? 0 : Math.max(was?.sent ?? 0, sent);
  return { sent: reached, since: was?.since ?? { at: Date.now(), sent: reached }, standing: { is: "going" } };
}

function standingAfter(error: unknown): Standing {
  if (error instanceof ApiProblem && error.code === "file_unreadable") return { is: "missing", isChanged: true };
  const { title, remedy } = problemText(error);
  const isFinal = error instanceof ApiProblem && FINAL.has(error.status);
  return { is: "failed", why: remedy ? saidOf(title, remedy) : title, isFinal };
}

function halt(id: string): void {
  const mine = runs.get(id);
  runs.delete(id);
  mine?.controller.abort();
}

function release(id: string): void {
  void holds.get(id)?.then((held) => held?.release());
  holds.delete(id);
}

/** The person wants it to wait. */
export function pause(id: string): void {
  halt(id);
  change(id, { since: null, standing: { is: "paused" } });
  void mark(id, { isPaused: true, sent: uploadOf(id)?.sent ?? 0 });
}

/** One that waits, was paused, or failed: now. */
export function goOn(id: string): void {
  const is = uploadOf(id)?.standing.is;
  if (is === "waiting") runs.get(id)?.goOn?.();
  if (is === "paused") void mark(id, { isPaused: false });
  if (is === "paused" || is === "failed") void run(id);
}

/** The same file goes on from where it was; another one takes its place. */
export function chooseAgain(id: string, file: File, way: Pick<Bringing, "prepare" | "isTried">): void {
  const was = uploadOf(id);
  if (!was) return;
  const isSame = file.name === was.name && file.size === was.bytes && file.lastModified === was.modified;
  if (isSame) {
    change(id, { ready: file, isKept: false });
    void run(id);
  } else {
    drop(id);
    bring([file], { ...way, goal: was.goal, place: was.place });
  }
}

/** Stops one, or takes away one that failed. */
export function drop(id: string): void {
  const upload = uploadOf(id);
  if (!upload) return;
  leave(id);
  gone.add(id);
  if (begun.delete(id) && upload.standing.is !== "arrived") giveUpUpload(id);
  if (upload.goal) void take(id);
}

/** Whatever is on its way to a goal: it is not wanted any more. */
export function dropAllOf(key: string): void {
  for (const { id } of here().filter(isOf(key))) drop(id);
}

/** The same, of one field. */
export function dropAllAt(place: string): void {
  for (const { id } of here().filter((one) => one.place === place)) drop(id);
}

/** Its field has it. */
export function settle(id: string): void {
  leave(id);
  gone.add(id);
  begun.delete(id);
  void take(id);
}

/** Out of this window; what is kept of it stays on the device. */
export function leave(id: string): void {
  halt(id);
  forget(id);
  picked.delete(id);
  release(id);
}

/** What was brought to one goal belongs to another now. */
export function moveAll(from: string, to: Goal): void {
  for (const { id, place } of here().filter(isOf(from))) {
    const moved = { goal: to, place: to.key + place.slice(from.length) };
    change(id, moved);
    void mark(id, moved);
  }
}

/** It waits for its field without a word. */
export function hush(id: string): void {
  change(id, { isQuiet: true });
  void mark(id, { isQuiet: true });
}
