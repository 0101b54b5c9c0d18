// From a problem to the control that mends it: the row of the inspector that carries the property's name gets the focus.

import { create } from "zustand";
import { openDrawer } from "./drawers";

/** What was looked for behind closed groups, and how often something was: each time the groups that may hold it open. */
export const useWanted = create<{ property: string; count: number }>(() => ({ property: "", count: 0 }));

const FOCUSABLE = "input, textarea, [contenteditable=true], [role=combobox], button";
/** Settings of a kind may still be on their way; longer than this nobody waits. */
const FRAMES_MAX = 120;
const FRAMES_CLOSED = 3;

/** `assign.when_empty` has a row of its own, `limit.actions.0` is part of `limit`. */
function rowOf(property: string): Element | null {
  const row = document.querySelector(`[data-property="${CSS.escape(property)}"]`);
  const part = property.lastIndexOf(".");
  return row ?? (part > 0 ? rowOf(property.slice(0, part)) : null);
}

/** Call it after the selection has changed: the row is looked for until it is drawn. */
export function focusProperty(property: string, frame = 0): void {
  requestAnimationFrame(() => {
    if (frame === 0) openDrawer("inspector");
    const row = rowOf(property);
    const control = row?.querySelector<HTMLElement>(FOCUSABLE);
    if (row && control) {
      row.scrollIntoView({ block: "nearest" });
      control.focus();
      return;
    }
    if (frame === FRAMES_CLOSED) useWanted.setState(({ count }) => ({ property, count: count + 1 }));
    if (frame < FRAMES_MAX) focusProperty(property, frame + 1);
  });
}
