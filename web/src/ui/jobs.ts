// Work that takes longer than a look: it goes on while the person reads another page, and the tray says how far it is and
// what became of it. Most of it ends with the window, so the window asks before it closes.

import { create } from "zustand";
import { newId } from "@/model/id";

export interface Failure {
  title: string;
  reason: string;
}

export interface Job {
  id: string;
  title: string;
  done: number;
  total: number;
  started_at: number;
  /** What became of it, in one sentence; `null` while it runs. */
  ended: string | null;
  failures: readonly Failure[];
  /** Of what is counted; left out, pieces. */
  unit?: "bytes";
  /** It goes on without this window. */
  isServers?: boolean;
  cancel?: () => void;
  /** The failed part once more. */
  retry?: () => void;
}

export const useJobs = create<{ jobs: readonly Job[] }>(() => ({ jobs: [] }));

const stay = (event: BeforeUnloadEvent) => event.preventDefault();

function put(jobs: readonly Job[]): void {
  useJobs.setState({ jobs });
  removeEventListener("beforeunload", stay);
  if (jobs.some(({ ended, isServers }) => ended === null && !isServers)) addEventListener("beforeunload", stay);
}

/** Begins one; the answer tells the tray what changed. */
export function startJob(
  job: Pick<Job, "title" | "total" | "cancel" | "unit" | "isServers">,
): (change: Partial<Job>) => void {
  const id = newId();
  put([...useJobs.getState().jobs, { ...job, id, done: 0, started_at: Date.now(), ended: null, failures: [] }]);
  return (change) => put(useJobs.getState().jobs.map((one) => (one.id === id ? { ...one, ...change } : one)));
}

/** One that goes step by step, and ends before its next when the person says so. */
export function startSteps(job: Pick<Job, "title" | "total">) {
  let isStopped = false;
  const cancel = () => {
    isStopped = true;
  };
  return { tell: startJob({ ...job, cancel }), isStopped: () => isStopped };
}

/** Whoever comes next has nothing to do with them. */
export const clearJobs = (): void => put([]);

/** Out of the tray. */
export function closeJob(id: string): void {
  put(useJobs.getState().jobs.filter((job) => job.id !== id));
}

/** How long the rest takes at the pace so far; `null` before anything is done. */
export function leftOf({ done, total, started_at }: Job, now: number): number | null {
  return done > 0 ? ((now - started_at) / done) * (total - done) : null;
}
