// Errands of whoever is signed in: what waits is tried again, and what closed windows left is taken over.

import { onReach } from "@/api/live";
import { type Errand, forget, here, nameOf, openBook } from "./errand_book";
import { isRunning, resume, sendErrand } from "./errands";
import { preferenceNames, readPreference } from "./preference";

const RETRY_MS = 10_000;
/** A window that has not sent an errand for so long is gone: another one takes it over. */
const ORPHANED_MS = 60_000;

/** While somebody is signed in: tries again what waits, and adopts what closed windows left. Returns the way to stop. */
export function startErrands(user: string): () => void {
  const again = () => {
    adopt(user);
    for (const { key, state } of here()) if (state === "waiting") void sendErrand(key);
  };
  const changed = ({ key, newValue }: StorageEvent) => {
    const mine = here().find((errand) => key === `tessera.${nameOf(errand.key)}`);
    if (mine && newValue === null && !isRunning(mine.key)) forget(mine.key);
  };
  openBook(user);
  again();
  const timer = setInterval(again, RETRY_MS);
  addEventListener("online", again);
  addEventListener("storage", changed);
  const stop = onReach((isReached) => isReached && again());
  return () => {
    clearInterval(timer);
    removeEventListener("online", again);
    removeEventListener("storage", changed);
    stop();
    openBook("");
  };
}

function adopt(user: string): void {
  const known = new Set(here().map(({ key }) => nameOf(key)));
  for (const name of preferenceNames("errand.")) {
    const left = known.has(name) ? null : readPreference<Errand | null>(name, null);
    if (left?.user === user && Date.now() - left.decided_at > ORPHANED_MS) resume(left);
  }
}
