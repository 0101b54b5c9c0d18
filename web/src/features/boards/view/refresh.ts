// A board follows what happens: events of its forms renew its tiles, but never more often than every two seconds.

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { TILE_FRESH_MS } from "@/api/boards";
import { onLive, type Touched } from "@/api/live";

export interface Spaced {
  run: () => void;
  stop: () => void;
}

/** Runs at once, then at most once per gap; what comes within the gap runs at its end. */
export function spaced(action: () => void, gap_ms: number): Spaced {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const act = () => {
    timer = undefined;
    last = Date.now();
    action();
  };
  return {
    run: () => {
      timer ??= setTimeout(act, Math.max(0, last + gap_ms - Date.now()));
    },
    stop: () => clearTimeout(timer),
  };
}

export function concerns(touched: readonly Touched[], forms: ReadonlySet<string>): boolean {
  return touched.some((one) => one === "board" || (one.startsWith("form:") && forms.has(one.slice("form:".length))));
}

export const renewTiles = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: ["tiles"] }, { cancelRefetch: false });

/** While the page is open. A hidden window catches up when it is looked at again. */
export function useBoardRefresh(forms: readonly string[]): void {
  const client = useQueryClient();
  const key = forms.join();
  useEffect(() => {
    const mine = new Set(key.split(","));
    const renewal = spaced(() => void renewTiles(client), TILE_FRESH_MS);
    const stop = onLive((touched) => {
      if (concerns(touched, mine)) renewal.run();
    });
    return () => {
      stop();
      renewal.stop();
    };
  }, [client, key]);
}
