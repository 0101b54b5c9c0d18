import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/** A link may lead to one step or line: `/apps/…/flow#nodes.review`. */
export function usePlaceOfAddress(show: (where: { target: string }) => void): void {
  const target = useRouterState({ select: ({ location }) => location.hash });
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    if (!target) return;
    // The canvas shows everything first, as soon as it knows how large it is.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => latest.current({ target })));
    return () => cancelAnimationFrame(frame);
  }, [target]);
}
