// Files on their way up: one list per field, each with its progress, a way to stop it and a way to try again.

import { useContext, useEffect, useRef, useState } from "react";
import { create } from "zustand";
import { giveUpUpload, keptHere } from "@/api/files";
import { newId } from "@/model/id";
import type { FileValue } from "@/model/value";
import { problemText } from "@/ui/problem_text";
import { carryUp, type Pause } from "./carry";
import { StaysHere } from "./stays_here";

export interface Upload {
  id: string;
  file: File;
  /** What travels, once it is prepared. It stays the same, for a part of it may have arrived. */
  ready?: File;
  sent: number;
  /** Why it waits; it goes on by itself. */
  pause?: Pause;
  /** Why it failed; absent while it runs. */
  failed?: string;
}

interface Running {
  controller: AbortController;
  /** Ends a pause. */
  goOn?: () => void;
}

/** One entry for each file on its way: whose it is. */
const usePending = create<{ owners: readonly object[] }>(() => ({ owners: [] }));

/** How many files of the whole page are still on their way: a form waits for them before it is sent. */
export const usePendingUploads = (): number => usePending(({ owners }) => owners.length);

const begin = (owner: object) => usePending.setState(({ owners }) => ({ owners: [...owners, owner] }));
const end = (owner: object) =>
  usePending.setState(({ owners }) => {
    const at = owners.indexOf(owner);
    return { owners: owners.filter((_, index) => index !== at) };
  });

interface Uploads {
  uploads: readonly Upload[];
  add: (files: readonly File[]) => void;
  /** One that failed, or waits: now. */
  retry: (id: string) => void;
  /** Stops one, or takes away one that failed. */
  drop: (id: string) => void;
  /** Who leaves the page now stops some: of all lists of the page one alone says so, and asks. */
  isAsking: boolean;
}

/** `prepare`: what is done to a file before it travels; what that throws is shown beside it. */
export function useUploads(
  files: readonly FileValue[],
  onChange: (files: FileValue[]) => void,
  prepare: (file: File) => Promise<File>,
): Uploads {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  // Two files may arrive between two renders; each must see the other.
  const latest = useRef({ files, onChange });
  latest.current = { files, onChange };
  const running = useRef(new Map<string, Running>());
  const [owner] = useState(() => ({}));
  const isAsking = usePending(({ owners }) => owners[0] === owner);
  const staysHere = useContext(StaysHere);

  useEffect(() => {
    const all = running.current;
    return () => {
      for (const id of all.keys()) stop(all, id, staysHere);
    };
  }, [staysHere]);

  const change = (id: string, next: (upload: Upload) => Upload) =>
    setUploads((list) => list.map((upload) => (upload.id === id ? next(upload) : upload)));
  const forget = (id: string) => setUploads((list) => list.filter((upload) => upload.id !== id));

  const run = async ({ id, file, ready }: Upload) => {
    const run: Running = { controller: new AbortController() };
    const { signal } = run.controller;
    running.current.set(id, run);
    begin(owner);
    try {
      const travels = ready ?? (await prepare(file));
      change(id, (upload) => ({ ...upload, ready: travels }));
      const carry = () =>
        carryUp(travels, id, ready !== undefined, {
          signal,
          onProgress: (sent) =>
            change(id, (upload) => advanced(upload, (sent / Math.max(travels.size, 1)) * file.size)),
          onPause: (pause, goOn) => {
            run.goOn = goOn;
            change(id, (upload) => ({ ...upload, pause }));
          },
        });
      const value = staysHere ? keptHere(travels, id) : await carry();
      const all = [...latest.current.files, value];
      latest.current.files = all;
      latest.current.onChange(all);
      forget(id);
    } catch (error) {
      if (!signal.aborted) change(id, ({ pause: _, ...upload }) => ({ ...upload, failed: problemText(error).title }));
    } finally {
      running.current.delete(id);
      end(owner);
    }
  };

  return {
    uploads,
    isAsking,
    add: (added) => {
      const fresh = added.map((file) => ({ id: newId(), file, sent: 0 }));
      setUploads((list) => [...list, ...fresh]);
      for (const upload of fresh) void run(upload);
    },
    retry: (id) => {
      const upload = uploads.find((one) => one.id === id);
      running.current.get(id)?.goOn?.();
      if (upload?.failed === undefined) return;
      const { failed: _, ...again } = upload;
      change(id, () => again);
      void run(again);
    },
    drop: (id) => {
      stop(running.current, id, staysHere);
      forget(id);
    },
  };
}

function stop(running: ReadonlyMap<string, Running>, id: string, staysHere: boolean): void {
  running.get(id)?.controller.abort();
  if (!staysHere) giveUpUpload(id);
}

/** What was counted and then lost on the way is not counted back, unless the server knows nothing of it any more. */
function advanced({ pause: _, ...upload }: Upload, sent: number): Upload {
  return { ...upload, sent: sent === 0 ? 0 : Math.max(upload.sent, sent) };
}
