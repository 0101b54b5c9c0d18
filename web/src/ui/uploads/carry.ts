// One file on its way up, however often the network is lost under it: it waits, and goes on from where it was.

import { resumeUpload, type UploadOptions, uploadFile } from "@/api/files";
import { onReach } from "@/api/live";
import { ApiProblem, problemOfCode } from "@/api/problem";
import type { FileValue } from "@/model/value";

/** The network is away, or the server has no place just now. */
export type Pause = "offline" | "busy";

export interface CarryOptions extends UploadOptions {
  signal: AbortSignal;
  /** It waits, until there is a chance or `goOn` is called. */
  onPause: (pause: Pause, goOn: () => void) => void;
}

const RETRY_MS = 10_000;
const FILES_AT_ONCE = 3;
/** The network or the server is in the way, not the file. */
const PASSING = new Set([0, 408, 429, 502, 503, 504]);

const turns = { free: FILES_AT_ONCE, waiting: [] as (() => void)[] };

/** `isBegun`: the server may have some of it from an earlier try under this id. */
export async function carryUp(file: File, id: string, isBegun: boolean, options: CarryOptions): Promise<FileValue> {
  if (turns.free > 0) turns.free -= 1;
  else await new Promise<void>((go) => turns.waiting.push(go));
  try {
    return await persist(file, id, isBegun, options);
  } finally {
    const next = turns.waiting.shift();
    if (next) next();
    else turns.free += 1;
  }
}

async function persist(file: File, id: string, isBegun: boolean, options: CarryOptions): Promise<FileValue> {
  try {
    return await (isBegun ? resumeUpload : uploadFile)(file, options, id);
  } catch (error) {
    if (!(error instanceof ApiProblem) || !PASSING.has(error.status)) throw error;
    if (!(await isReadable(file))) throw problemOfCode(422, "file_unreadable");
    await chance(error.status === 429 ? "busy" : "offline", options);
  }
  return persist(file, id, true, options);
}

/** A file that was changed or moved since it was picked looks like a lost network, and would wait for ever. */
const isReadable = (file: File): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

/** Until the network is back, or it is time to look whether it is. */
function chance(pause: Pause, { signal, onPause }: CarryOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (how: () => void) => () => {
      clearTimeout(timer);
      removeEventListener("online", goOn);
      signal.removeEventListener("abort", giveUp);
      stop();
      how();
    };
    const goOn = settle(resolve);
    const giveUp = settle(() => reject(new DOMException("", "AbortError")));
    const timer = setTimeout(goOn, RETRY_MS);
    const stop = onReach((isReached) => isReached && goOn());
    addEventListener("online", goOn);
    signal.addEventListener("abort", giveUp);
    onPause(pause, goOn);
  });
}
