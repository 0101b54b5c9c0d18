// The first time somebody opens a designer it says in a few sentences what is where. Never a second time.

import { useState } from "react";
import { readPreference, writePreference } from "../preference";

export type Pane = "palette" | "surface" | "inspector" | "header";

/** Sentences `designer:coach.<tour>.<pane>`. */
export type Tour = "form" | "flow";

/** At most four, in the order a person meets them. */
const PANES: readonly Pane[] = ["palette", "surface", "inspector", "header"];

export interface Coach {
  tour: Tour;
  pane: Pane;
  /** From 1. */
  number: number;
  count: number;
  next: () => void;
  stop: () => void;
}

/** `null` when it has been told, or there is nothing to tell. */
export function useCoach(tour: Tour | undefined): Coach | null {
  const [at, setAt] = useState(() => begin(tour));
  const pane = PANES[at];
  if (!tour || !pane) return null;
  return {
    tour,
    pane,
    number: at + 1,
    count: PANES.length,
    next: () => setAt(at + 1),
    stop: () => setAt(PANES.length),
  };
}

function begin(tour: Tour | undefined): number {
  const name = `coach.${tour}`;
  if (!tour || readPreference(name, false)) return PANES.length;
  writePreference(name, true);
  return 0;
}
