import { useEffect } from "react";
import type { DraftStore } from "./order_draft";

const RETRY_MS = 5_000;

/** While the network is away: what could not be saved is tried again, at once when the browser says it is back. */
export function useRetries(store: DraftStore): void {
  useEffect(() => {
    const again = () => {
      const { keeping, flush } = store.getState();
      if (keeping === "local") void flush();
    };
    again();
    const timer = setInterval(again, RETRY_MS);
    addEventListener("online", again);
    return () => {
      clearInterval(timer);
      removeEventListener("online", again);
    };
  }, [store]);
}
