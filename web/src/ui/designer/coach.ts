// The first time somebody opens a designer it says in a few sentences what is where. Never a second time, on no device.

import { useEffect, useState } from "react";
import type { Tour } from "@/model/preference";
import { isTourDue, noteTour } from "../face";

export type Pane = "palette" | "surface" | "inspector" | "header";

/** Sentences `designer:coach.<tour>.<pane>`. */
export type DesignerTour = Exclude<Tour, "welcome">;

/** At most four, in the order a person meets them. */
const PANES: readonly Pane[] = ["palette", "surface", "inspector", "header"];

export interface Coach {
  tour: DesignerTour;
  pane: Pane;
  /** From 1. */
  number: number;
  count: number;
  next: () => void;
  stop: () => void;
}

/** `null` when it has been told, or there is nothing to tell. */
export function useCoach(tour: DesignerTour | undefined): Coach | null {
  const [isDue] = useState(() => tour !== undefined && isTourDue(tour));
  const [at, setAt] = useState(isDue ? 0 : PANES.length);
  useEffect(() => {
    if (tour && isDue) noteTour(tour);
  }, [tour, isDue]);
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
