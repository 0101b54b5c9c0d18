// The server was upgraded under an open window: the files it would load next are gone. Nothing reloads by itself while
// somebody may be typing; the window says so and waits. Only a page that cannot be drawn any more reloads, once: the
// router does that.

import { create } from "zustand";
import { onReach } from "@/api/live";

export const useOutdated = create<{ isOutdated: boolean }>(() => ({ isOutdated: false }));

const outdated = () => useOutdated.setState({ isOutdated: true });

/** Whether the page that the server hands out now starts with another script than this window did. */
export function startsOtherwise(page: string, entry: string | null): boolean {
  return entry !== null && page.includes("<script") && !page.includes(entry);
}

async function compare(): Promise<void> {
  const entry = document.querySelector("script[type=module][src]")?.getAttribute("src") ?? null;
  const answer = await fetch("/", { cache: "no-store" });
  if (answer.ok && startsOtherwise(await answer.text(), entry)) outdated();
}

export function watchForUpgrade(): void {
  addEventListener("vite:preloadError", outdated);
  // A server that was away may have come back as another one. If it is away again, its next return is heard too.
  onReach((isReached) => {
    if (isReached) compare().catch(() => undefined);
  });
}
