// The server was upgraded under an open window: the files it would load next are gone. Nothing reloads by itself while
// somebody may be typing; the window says so and waits. Only a page that cannot be drawn any more reloads, once for each
// release, and not over something that is not saved.

import { create } from "zustand";
import { onReach } from "@/api/live";

export const useOutdated = create<{ isOutdated: boolean }>(() => ({ isOutdated: false }));

/** What an import threw whose file could not be had, and whether something was unsaved then. */
const lost = new WeakMap<object, { isUnsaved: boolean }>();

const RELOADED = "tessera.reloaded";

/** The script that this window began with. */
const entry = (): string | null => document.querySelector("script[type=module][src]")?.getAttribute("src") ?? null;

/** Whether the page that the server hands out now starts with another script than this window did. */
export function startsOtherwise(page: string, script: string | null): boolean {
  return script !== null && page.includes("<script") && !page.includes(script);
}

async function compare(): Promise<void> {
  const answer = await fetch("/", { cache: "no-store" });
  if (answer.ok && startsOtherwise(await answer.text(), entry())) useOutdated.setState({ isOutdated: true });
}

/** Whoever would keep the window from closing says so when asked. */
const isAnythingUnsaved = (): boolean => !dispatchEvent(new Event("beforeunload", { cancelable: true }));

const foundOf = (error: unknown) => lost.get(Object(error)) ?? lost.get(Object(error instanceof Error && error.cause));

export const isLostPart = (error: unknown): boolean => foundOf(error) !== undefined;

/** What to do about a part that could not be loaded: the window reloads by itself, or the person is asked to. */
export async function recover(error: unknown): Promise<"reloads" | "ask" | "unreachable"> {
  try {
    await compare();
  } catch {
    return "unreachable";
  }
  const release = entry() ?? "";
  if (foundOf(error)?.isUnsaved || isAnythingUnsaved() || sessionStorage.getItem(RELOADED) === release) return "ask";
  sessionStorage.setItem(RELOADED, release);
  location.reload();
  return "reloads";
}

export function watchForUpgrade(): void {
  const ask = () => void compare().catch(() => undefined);
  addEventListener("vite:preloadError", ({ payload }) => {
    lost.set(payload, { isUnsaved: isAnythingUnsaved() });
    ask();
  });
  // A server that was away may have come back as another one. If it is away again, its next return is heard too.
  onReach((isReached) => {
    if (isReached) ask();
  });
}
