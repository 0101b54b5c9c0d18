// What happened, for those who hear a designer instead of seeing it: a field moved by keys, a step that was reached.

import { create } from "zustand";

/** The same sentence twice is said twice. */
export const useAnnounced = create<{ text: string; count: number }>(() => ({ text: "", count: 0 }));

export function announce(text: string): void {
  useAnnounced.setState(({ count }) => ({ text, count: count + 1 }));
}
