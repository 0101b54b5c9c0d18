import { useEffect, useRef, useState } from "react";

const PAUSE_MS = 250;

export interface Settled<T> {
  value: T;
  /** `hold`: shown, but not told until the next change: a character is being composed. */
  set: (next: T, hold?: "hold") => void;
}

/** Something that is typed: shown at once, told to its owner after a pause, or when it leaves the page. */
export function useSettled<T>(value: T, tell: (value: T) => void): Settled<T> {
  const [draft, setDraft] = useState<{ value: T } | null>(null);
  const waiting = useRef<{ value: T; timer: ReturnType<typeof setTimeout> } | null>(null);
  const latest = useRef(tell);
  latest.current = tell;
  // The owner has taken it over, or somebody else changed it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the value is the reason, not an input
  useEffect(() => setDraft(null), [value]);
  useEffect(
    () => () => {
      if (!waiting.current) return;
      clearTimeout(waiting.current.timer);
      latest.current(waiting.current.value);
    },
    [],
  );
  const set = (next: T, hold?: "hold") => {
    setDraft({ value: next });
    clearTimeout(waiting.current?.timer);
    waiting.current = null;
    if (hold) return;
    const timer = setTimeout(() => {
      waiting.current = null;
      latest.current(next);
    }, PAUSE_MS);
    waiting.current = { value: next, timer };
  };
  return { value: draft ? draft.value : value, set };
}
