// Files on their way up: one list per field, each with its progress, a way to stop it and a way to try again.

import { useEffect, useRef, useState } from "react";
import { create } from "zustand";
import { uploadFile } from "@/api/files";
import { newId } from "@/model/id";
import type { FileValue } from "@/model/value";
import { problemText } from "@/ui/problem_text";

export interface Upload {
  id: string;
  file: File;
  sent: number;
  /** Why it failed; absent while it runs. */
  failed?: string;
}

const usePending = create<{ count: number }>(() => ({ count: 0 }));

/** How many files of the whole page are still on their way: a form waits for them before it is sent. */
export const usePendingUploads = (): number => usePending((state) => state.count);

const pendingBy = (change: number) => usePending.setState(({ count }) => ({ count: count + change }));

interface Uploads {
  uploads: readonly Upload[];
  add: (files: readonly File[]) => void;
  retry: (id: string) => void;
  /** Stops one, or takes away one that failed. */
  drop: (id: string) => void;
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
  const running = useRef(new Map<string, AbortController>());

  useEffect(() => {
    const all = running.current;
    return () => {
      for (const controller of all.values()) controller.abort();
    };
  }, []);

  const patch = (id: string, change: Partial<Upload>) =>
    setUploads((list) => list.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  const forget = (id: string) => setUploads((list) => list.filter((upload) => upload.id !== id));

  const run = async ({ id, file }: Upload) => {
    const controller = new AbortController();
    running.current.set(id, controller);
    pendingBy(1);
    try {
      const value = await uploadFile(await prepare(file), {
        signal: controller.signal,
        onProgress: (sent, total) => patch(id, { sent: (sent / Math.max(total, 1)) * file.size }),
      });
      const all = [...latest.current.files, value];
      latest.current.files = all;
      latest.current.onChange(all);
      forget(id);
    } catch (error) {
      if (!controller.signal.aborted) patch(id, { failed: problemText(error).title });
    } finally {
      running.current.delete(id);
      pendingBy(-1);
    }
  };

  const retry = (id: string) => {
    const upload = uploads.find((one) => one.id === id);
    if (!upload) return;
    const { failed: _failed, ...again } = upload;
    setUploads((list) => list.map((one) => (one.id === id ? { ...again, sent: 0 } : one)));
    void run(again);
  };
  // The network is back: what it broke off goes again by itself.
  const onBack = useRef(() => undefined as unknown);
  onBack.current = () => {
    for (const { id, failed } of uploads) if (failed !== undefined) retry(id);
  };
  useEffect(() => {
    const back = () => void onBack.current();
    addEventListener("online", back);
    return () => removeEventListener("online", back);
  }, []);

  return {
    uploads,
    add: (added) => {
      const fresh = added.map((file) => ({ id: newId(), file, sent: 0 }));
      setUploads((list) => [...list, ...fresh]);
      for (const upload of fresh) void run(upload);
    },
    retry,
    drop: (id) => {
      running.current.get(id)?.abort();
      forget(id);
    },
  };
}
