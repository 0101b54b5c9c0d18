// From a problem to the property that is wrong: into view, and the focus on its control.

import { useEffect } from "react";

/** What is asked for, and how often something was: the same one may be asked for again. */
export interface Called {
  property: string;
  count: number;
}

/** Settings load when they are first needed; longer than this nobody waits. */
const FRAMES_MAX = 120;

/** `filters.2` is shown by a row of that name, or else by `filters`. */
export function rowOf(property: string, root: ParentNode): HTMLElement | null {
  const row = root.querySelector<HTMLElement>(`[data-property="${CSS.escape(property)}"]`);
  const cut = property.lastIndexOf(".");
  return row ?? (cut > 0 ? rowOf(property.slice(0, cut), root) : null);
}

/** Every call leads to its row, once that is drawn. */
export function useShowProperty(called: Called | null): void {
  useEffect(() => {
    if (!called) return;
    let frame = 0;
    const show = (left: number) => {
      const row = rowOf(called.property, document);
      row?.scrollIntoView({ block: "nearest" });
      row?.querySelector<HTMLElement>("input, textarea, button, [tabindex]")?.focus();
      if (!row && left > 0) frame = requestAnimationFrame(() => show(left - 1));
    };
    frame = requestAnimationFrame(() => show(FRAMES_MAX));
    return () => cancelAnimationFrame(frame);
  }, [called]);
}
