// One event stream per window. An event names what changed, never the data: the cache asks again, with the viewer's
// permissions, for whatever of it is on screen.

import type { QueryKey } from "@tanstack/react-query";
import { API } from "./client";
import { queryClient } from "./query_client";

/** `order:<id>`, `form:<id>` (its records), `definition:<id>`, `inbox`, `board`, `directory`, `notices`. */
export type Touched = string;

type Listener = (touched: readonly Touched[]) => void;

const BACKOFF_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const;
/** So many failures in a row are no hiccup. */
const FAILURES_TOLD = 2;
const listeners = new Set<Listener>();
const reachListeners = new Set<(isReached: boolean) => void>();

let source: EventSource | null = null;
let lastId = "";
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Hears every event besides the cache: a "3 new" pill, a progress bar. Returns the way to stop. */
export function onLive(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Hears when the server is out of reach, and when it is back. Returns the way to stop. */
export function onReach(listener: (isReached: boolean) => void): () => void {
  reachListeners.add(listener);
  return () => reachListeners.delete(listener);
}

export function parseLive(text: string): Touched[] {
  try {
    const { touched } = JSON.parse(text) as { touched?: unknown };
    return Array.isArray(touched) ? touched.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

/**
 * What of the cache a touch makes stale. Drafts of designers (`drafts`) are never among them: a person edits those. Nor
 * are tiles (`board`): an open board renews them itself, at its own pace.
 */
export function staleKeys(touched: Touched): QueryKey[] {
  const [noun, id] = touched.split(":");
  switch (noun) {
    case "order":
      return [["orders", "one", id]];
    case "form":
      return [["records", id]];
    case "definition":
      return [["forms", "one", id], ["boards", "one", id], ["apps"], ["session"]];
    case "inbox":
      return [["inbox"], ["session"]];
    case "directory":
      return [["directory"]];
    case "notices":
      return [["notices"], ["session"]];
    default:
      return [];
  }
}

function heard(message: MessageEvent<string>): void {
  lastId = message.lastEventId || lastId;
  const touched = parseLive(message.data);
  for (const queryKey of touched.flatMap(staleKeys)) void queryClient.invalidateQueries({ queryKey });
  for (const listener of listeners) listener(touched);
}

function renewAll(): void {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "drafts" });
}

export function startLive(): void {
  stopLive();
  // The browser resends Last-Event-ID only while it reconnects by itself; a stream we open anew says it in the address.
  source = new EventSource(`${API}/live${lastId ? `?last_event_id=${encodeURIComponent(lastId)}` : ""}`);
  source.onmessage = heard;
  source.addEventListener("reset", renewAll);
  source.onopen = () => {
    if (failures > 0) renewAll();
    if (failures >= FAILURES_TOLD) for (const listener of reachListeners) listener(true);
    failures = 0;
  };
  source.onerror = () => {
    failures += 1;
    if (failures === FAILURES_TOLD) for (const listener of reachListeners) listener(false);
    if (source?.readyState !== EventSource.CLOSED) return;
    clearTimeout(timer);
    timer = setTimeout(startLive, BACKOFF_MS[Math.min(failures, BACKOFF_MS.length) - 1]);
  };
}

export function stopLive(): void {
  clearTimeout(timer);
  source?.close();
  source = null;
}
