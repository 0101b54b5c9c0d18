// What the document in the open designer is made of, for Ctrl+K. A link to a part is the designer's own address with the part behind `#`.

import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { create } from "zustand";

export interface Part {
  /** As problems name it: `nodes.review`; of a form the field's id alone. */
  target: string;
  kind: "field" | "step";
  title: string;
}

export const useParts = create<{ parts: readonly Part[] }>(() => ({ parts: [] }));

/** Tells the parts while the designer is open, and goes to the one its address names; again, when it is asked for again. */
export function useAddressedParts(parts: readonly Part[], show: (target: string) => void): void {
  const { hash, state } = useLocation();
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    useParts.setState({ parts });
    return () => useParts.setState({ parts: [] });
  }, [parts]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another entry of the history is a reason, even to the same part
  useEffect(() => {
    if (!hash) return;
    // A canvas shows everything first, as soon as it knows how large it is.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => latest.current(hash)));
    return () => cancelAnimationFrame(frame);
  }, [hash, state.__TSR_key]);
}
