// When an open draft is kept and saved: a moment after the last change, again after the network was away, and before the page
// goes. The window asks before it closes over what is not saved.

import type { StoreApi } from "zustand/vanilla";
import type { Keeping } from "./draft_session";
import { pauseOf } from "./saving";
import type { DesignerStore } from "./session";

interface Autosaved<Doc, Change> {
  store: DesignerStore<Doc, Change>;
  keeping: StoreApi<Keeping<Doc>>;
  /** The document is another one. */
  touch: () => void;
  save: () => void;
  /** On this device. */
  keep: () => void;
  /** The designer closes. */
  leave: () => void;
}

const KEEP_MS = 300;

/** Returns the way to stop. */
export function autosave<Doc, Change>({ store, keeping, ...draft }: Autosaved<Doc, Change>): () => void {
  let saving: ReturnType<typeof setTimeout> | undefined;
  let keepingSoon: ReturnType<typeof setTimeout> | undefined;
  const is = () => keeping.getState().saving.is;
  const plan = () => {
    clearTimeout(saving);
    const pause = pauseOf(keeping.getState().saving);
    if (pause !== null) saving = setTimeout(draft.save, pause);
  };
  const stops = [
    keeping.subscribe((now, before) => now.saving !== before.saving && plan()),
    store.subscribe(({ history }, before) => {
      if (history.doc === before.history.doc) return;
      draft.touch();
      clearTimeout(keepingSoon);
      keepingSoon = setTimeout(draft.keep, KEEP_MS);
    }),
  ];
  const warn = (event: BeforeUnloadEvent) => {
    if (is() !== "saved") event.preventDefault();
  };
  const reached = () => {
    if (is() === "waiting") draft.save();
  };
  // Opened with what this device had kept.
  plan();
  addEventListener("beforeunload", warn);
  addEventListener("pagehide", draft.keep);
  addEventListener("online", reached);
  return () => {
    for (const stop of stops) stop();
    clearTimeout(saving);
    clearTimeout(keepingSoon);
    removeEventListener("beforeunload", warn);
    removeEventListener("pagehide", draft.keep);
    removeEventListener("online", reached);
    draft.leave();
  };
}
