// One event stream per window. An event names what changed, never the data: the cache asks again, with the viewer's
// permissions, for whatever of it is on screen.

import { API } from "./client";
import { queryClient } from "./query_client";

/** `{ noun: "orders", id }`: one thing changed. Without an id: anything of that noun may have. */
export interface LiveEvent {
  noun: string;
  id?: string;
}

type Listener = (event: LiveEvent) => void;

const BACKOFF_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const;
const listeners = new Set<Listener>();

let source: EventSource | null = null;
let lastId = "";
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Hears every event besides the cache: a "3 new" pill, a progress bar. Returns the way to stop. */
export function onLive(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function parseLive(text: string): LiveEvent | null {
  try {
    const event = JSON.parse(text) as Partial<LiveEvent>;
    return typeof event.noun === "string" ? (event as LiveEvent) : null;
  } catch {
    return null;
  }
}

function heard(message: MessageEvent<string>): void {
  lastId = message.lastEventId || lastId;
  const event = parseLive(message.data);
  if (!event) return;
  if (event.id) {
    void queryClient.invalidateQueries({ queryKey: [event.noun, "list"] });
    void queryClient.invalidateQueries({ queryKey: [event.noun, "one", event.id] });
  } else {
    void queryClient.invalidateQueries({ queryKey: [event.noun] });
  }
  for (const listener of listeners) listener(event);
}

export function startLive(): void {
  stopLive();
  // The browser resends Last-Event-ID only while it reconnects by itself; a stream we open anew says it in the address.
  source = new EventSource(`${API}/live${lastId ? `?last_event_id=${encodeURIComponent(lastId)}` : ""}`);
  source.onmessage = heard;
  source.onopen = () => {
    if (failures > 0) void queryClient.invalidateQueries();
    failures = 0;
  };
  source.onerror = () => {
    failures += 1;
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
