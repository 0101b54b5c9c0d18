import { useState } from "react";
import type { TaskItem } from "@/api/inbox";
import { partByArrival } from "./selection";

/**
 * What of the list is shown and how many tasks wait behind the pill. `list` names what was asked and how much of it:
 * a change of it shows everything, and where nothing is left, what comes is shown at once. Server times are compared with each other only, never with this device's clock.
 */
export function useArrivals(items: readonly TaskItem[], list: string) {
  const [looked, setLooked] = useState<{ list: string; at: number } | null>(null);
  const newest = Math.max(0, ...items.map(({ opened_at }) => opened_at));
  if (items.length > 0 && looked?.list !== list) setLooked({ list, at: newest });
  const at = looked?.list === list ? looked.at : newest;
  // Nobody loses a place in a list that is empty.
  if (items.length > 0 && items.every(({ opened_at }) => opened_at > at)) setLooked({ list, at: newest });
  const { shown, waiting } = partByArrival(items, at);
  return { shown, waiting, accept: () => setLooked({ list, at: newest }) };
}
