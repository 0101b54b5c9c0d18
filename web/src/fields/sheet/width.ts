import { type RefObject, useEffect, useState } from "react";

const NARROW = 560;

/** Whether a box is too narrow for several columns: a phone, a side pane, the designer's phone preview. */
export function useIsNarrowBox(box: RefObject<HTMLElement | null>): boolean {
  const [isNarrow, setNarrow] = useState(() => innerWidth < NARROW);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => entry && setNarrow(entry.contentRect.width < NARROW));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return isNarrow;
}
