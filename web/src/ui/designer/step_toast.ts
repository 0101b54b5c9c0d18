// What was just done, with its way back. "Undo" means the last step: as soon as another one is the last, the offer is gone.

import { toast } from "../toast";
import type { DesignerStore } from "./session";

export function toastStep<Doc, Change>(store: DesignerStore<Doc, Change>, text: string): void {
  const last = () => store.getState().history.past.at(-1);
  const step = last();
  if (!step) return;
  const close = toast.undo(text, () => {
    stop();
    store.getState().undo();
  });
  const stop = store.subscribe(() => {
    if (last() === step) return;
    stop();
    close();
  });
}
