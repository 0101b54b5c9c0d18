// Uploads of whoever is signed in: what closed windows and ended sessions left goes on here, and what another window sends is
// known.

import { onErrandEnd, tasksOf } from "../errand_book";
import { change, enter, here, type Standing, type Upload, uploadOf } from "./book";
import { orderKey } from "./goal_of";
import { onShelf, type Shelved, shelvedOf } from "./shelf";
import { dropAllOf, goOnWith, holdUpload, isGone, leave } from "./uploads";

/** How soon one is taken over from a window that closed. */
const LOOK_MS = 10_000;

/** While somebody is signed in. Returns the way to stop: nothing of theirs goes on, and nothing of it is lost. */
export function startUploads(user: string): () => void {
  let isOver = false;
  let looking = Promise.resolve();
  const look = () => {
    looking = looking.then(() => (isOver ? undefined : takeUp(user, () => isOver)));
  };
  look();
  const stop = onShelf(look);
  // What was filled in is sent, or not wanted any more.
  const stopHearing = onErrandEnd(({ errand, error }) => {
    if (error === undefined) for (const { order } of tasksOf(errand)) dropAllOf(orderKey(order));
  });
  const timer = setInterval(() => here().some(({ standing }) => standing.is === "elsewhere") && look(), LOOK_MS);
  return () => {
    isOver = true;
    stop();
    stopHearing();
    clearInterval(timer);
    for (const { id } of here()) leave(id);
  };
}

async function takeUp(user: string, isOver: () => boolean): Promise<void> {
  const shelf = await shelvedOf(user);
  if (isOver()) return;
  const left = new Set(shelf.map(({ id }) => id));
  for (const { id, isKept } of here()) if (isKept && !left.has(id)) leave(id);
  for (const one of shelf) {
    if (isGone(one.id) || !isStrange(one.id)) continue;
    if (one.arrived) put(one, { is: "arrived", file: one.arrived });
    else {
      const held = await holdUpload(one.id);
      if (isOver()) return held?.release();
      if (isGone(one.id)) held?.release();
      else if (!held) put(one, { is: "elsewhere" });
      else {
        leave(one.id);
        goOnWith(uploadFrom(one, standingOf(one)), held);
      }
    }
  }
}

/** This window does not send it. */
const isStrange = (id: string): boolean => (uploadOf(id)?.standing.is ?? "elsewhere") === "elsewhere";

function put(one: Shelved, standing: Standing): void {
  if (uploadOf(one.id)) change(one.id, { standing });
  else enter([uploadFrom(one, standing)]);
}

const standingOf = ({ file, isPaused }: Shelved): Standing => {
  if (!file) return { is: "missing", isChanged: false };
  return { is: isPaused ? "paused" : "going" };
};

function uploadFrom({ at: _, isPaused: _1, arrived: _2, file, ...one }: Shelved, standing: Standing): Upload {
  return { ...one, sent: one.sent ?? 0, since: null, standing, isKept: true, ...(file && { ready: file }) };
}
