// Backups the server makes, the plan it makes them by, and the quarantine of a restored workspace.

import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";

export type Every = { kind: "never" } | { kind: "hours"; hours: number } | { kind: "daily"; minute: number };

export interface BackupPlan {
  every: Every;
  /** The newest of each of so many days, weeks and months. */
  keep: { daily: number; weekly: number; monthly: number };
  /** Days between two rehearsals; 0: none. */
  rehearse_days: number;
}

export type Work = "backup" | "rehearsal";

/** How one backup or rehearsal went. */
export interface Run {
  work: Work;
  at: number;
  took_ms: number;
  name: string;
  /** Absent: it went well. */
  error: string | null;
  rows: number;
  files: number;
  bytes: number;
  copied: number;
}

export interface Backup {
  name: string;
  at: number;
  /** `null`: it cannot be read. */
  bytes: number | null;
  files: number | null;
  /** `null`: it was never tried. */
  rehearsal: Run | null;
}

export interface Backups {
  target: string;
  plan: BackupPlan;
  next_backup: number | null;
  next_rehearsal: number | null;
  /** Bytes; 0 of 0 before it has begun. */
  job: { work: Work; began: number; done: number; of: number } | null;
  last_backup: Run | null;
  last_rehearsal: Run | null;
  backups: Backup[];
  /** Why they cannot be listed. */
  trouble: string | null;
}

const LOOK_MS = 1_000;

/** Looked at again while something is going on. */
export const backupsQuery = queryOptions({
  queryKey: ["backups"],
  queryFn: ({ signal }) => api.get<Backups>("/backups", { signal }),
  refetchInterval: ({ state }) => (state.data?.job ? LOOK_MS : false),
});

/** Begins soon; the list tells how far it is. */
export const makeBackup = (): Promise<null> => api.post("/backups", {});

/** Restores the newest backup into a scratch directory and compares. */
export const rehearse = (): Promise<null> => api.post("/backups/rehearsals", {});

export const cancelJob = (): Promise<null> => api.delete("/backups/job");

export const savePlan = (plan: BackupPlan): Promise<BackupPlan> => api.put("/backups/plan", plan);

/** Everybody may know that a restored workspace waits. */
export const quarantineQuery = queryOptions({
  queryKey: ["quarantine"],
  queryFn: ({ signal }) => api.get<{ is_on: boolean }>("/quarantine", { signal }),
  staleTime: 60_000,
});

export const liftQuarantine = (): Promise<{ is_on: boolean }> => api.delete("/quarantine");
