// Which layout a page shows. One address serves desktop and phone; the width decides.

import { useSyncExternalStore } from "react";

export const PHONE = matchMedia("(max-width: 767px)");
const NARROW = matchMedia("(max-width: 1099px)");

function useQuery(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => query.matches,
  );
}

/** Under 768 px: one column, bottom bar, sheets instead of dialogs. */
export const useIsPhone = (): boolean => useQuery(PHONE);

/** Under 1100 px: side panels become drawers. */
export const useIsNarrow = (): boolean => useQuery(NARROW);
