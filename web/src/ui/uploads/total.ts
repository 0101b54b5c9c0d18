// Several uploads as one: how far they are, and how long the rest takes.

import type { Upload } from "./book";

export interface Total {
  /** On their way, or waiting for the network. */
  going: readonly Upload[];
  paused: readonly Upload[];
  /** Bytes; what has arrived counts as well. */
  done: number;
  bytes: number;
  /** At the pace so far; `null` while nothing moves. */
  left: number | null;
}

const PACED_MS_MIN = 1_000;

export function totalOf(uploads: readonly Upload[], now: number): Total {
  const standing = (...names: readonly string[]) => uploads.filter((one) => names.includes(one.standing.is));
  const [going, paused] = [standing("going", "waiting"), standing("paused")];
  const all = [...going, ...paused, ...standing("arrived")];
  const sentOf = ({ standing, bytes, sent }: Upload) => (standing.is === "arrived" ? bytes : sent);
  const done = sum(all, sentOf);
  const bytes = sum(all, (one) => one.bytes);
  return { going, paused, done, bytes, left: leftOf(going, now) };
}

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((all, one) => all + of(one), 0);

function leftOf(going: readonly Upload[], now: number): number | null {
  const moving = going.flatMap(({ sent, since }) => (since ? [{ at: since.at, moved: sent - since.sent }] : []));
  const moved = sum(moving, (one) => one.moved);
  const took = now - Math.min(...moving.map(({ at }) => at));
  if (moved === 0 || took < PACED_MS_MIN) return null;
  return (took / moved) * sum(going, ({ bytes, sent }) => bytes - sent);
}
