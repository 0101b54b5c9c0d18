// What was just done, with its way back. "Undo" means the last step: as soon as something follows, the offer is gone.

import { toast } from "../toast";
import type { DesignerStore } from "./session";

export function toastStep<Doc, Change>(store: DesignerStore<Doc, Change>, text: string): void {
  const last = () => store.getState().history.past.at(-1);
  const step = last();
  if (step) offer(store, text, () => last() === step, store.getState().undo);
}

/** The document is another one that was loaded, which is no step. */
export function toastLoaded<Doc, Change>(store: DesignerStore<Doc, Change>, text: string, back: () => void): void {
  const { doc } = store.getState().history;
  offer(store, text, () => store.getState().history.doc === doc, back);
}

function offer<Doc, Change>(
  store: DesignerStore<Doc, Change>,
  text: string,
  isLast: () => boolean,
  back: () => void,
): void {
  const close = toast.undo(text, () => {
    stop();
    back();
  });
  const stop = store.subscribe(() => {
    if (isLast()) return;
    stop();
    close();
  });
}
