import { useEffect, useRef } from "react";
import type { DraftStore } from "./draft";

const RETRY_MS = 5_000;

/** While the network is away: what could not be saved or sent is tried again, at once when the browser says it is back. */
export function useRetries(store: DraftStore, send: () => void): void {
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    const again = () => {
      const { sending, keeping, flush } = store.getState();
      if (sending === "waiting") latest.current();
      else if (keeping === "local") void flush();
    };
    const timer = setInterval(again, RETRY_MS);
    addEventListener("online", again);
    return () => {
      clearInterval(timer);
      removeEventListener("online", again);
    };
  }, [store]);
}
