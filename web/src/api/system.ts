// How the machine fares: disk, store, certificate. Administrators only.

import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";

/** Something that happened to the store, and why. */
export interface Noted {
  at: number;
  what: string;
}

export interface Started {
  at: number;
  head: number;
  took_ms: number;
  /** Changes that the rows did not have yet. */
  replayed: number;
  /** Bytes after the last change that nobody had been told about. */
  torn_bytes: number;
  /** Files whose second copy was written anew. */
  repaired: string[];
}

/** One reading of everything. */
export interface Scrubbed {
  at: number;
  took_ms: number;
  commits: number;
  rows: number;
  files: number;
  findings: string[];
}

export interface Diary {
  started: Started | null;
  rebuilt: Noted | null;
  revived: Noted | null;
  failed: Noted | null;
  /** When everything had been read again after the last failure. */
  proved: number | null;
  scrubbed: Scrubbed | null;
  upgraded: { at: number; from: number; to: number } | null;
}

export type Room = "ample" | "low" | "full";

export type Warning =
  | "stopped"
  | "disk_full"
  | "damaged"
  | "disk_low"
  | "certificate_ended"
  | "certificate_ends"
  | "scrub_old";

export interface System {
  version: string;
  head: number;
  stopped: string | null;
  disk: { free: number; total: number; room: Room };
  /** `null` without TLS. */
  certificate: { ends_at: number } | null;
  diary: Diary;
  /** The worst first. */
  warnings: Warning[];
}

const LOOK_MS = 30_000;

export const systemQuery = queryOptions({
  queryKey: ["system"],
  queryFn: ({ signal }) => api.get<System>("/system", { signal }),
  refetchInterval: LOOK_MS,
});
