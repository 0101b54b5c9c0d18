// Which layout a page shows. One address serves desktop and phone; the window decides, and what points into it; inside a drawn device, that device does.

import { useSyncExternalStore } from "react";
import { useDeviceFrame } from "./device_frame";

/** A narrow window, or a phone that lies on its side. The style sheets ask in the same words. */
export const PHONE_QUERY = "(max-width: 767px), (max-height: 500px) and (pointer: coarse)";

export const PHONE = matchMedia(PHONE_QUERY);
/** What lies in a hand; a narrow window with a mouse is a desktop that somebody has zoomed. */
const HANDHELD = matchMedia("(pointer: coarse) and (max-width: 767px), (pointer: coarse) and (max-height: 500px)");
const NARROW = matchMedia("(max-width: 1099px)");
const SLIM = matchMedia("(max-width: 899px)");

function useQuery(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => query.matches,
  );
}

/** One column, bottom bar, sheets instead of dialogs. */
export function useIsPhone(): boolean {
  const isPhone = useQuery(PHONE);
  return useDeviceFrame()?.isPhone ?? isPhone;
}

/** Nobody designs with a thumb. */
export const useIsHandheld = (): boolean => useQuery(HANDHELD);

/** Under 1100 px: side panels get narrower. */
export const useIsNarrow = (): boolean => useQuery(NARROW);

/** Under 900 px: side panels open over what they belong to. */
export const useIsSlim = (): boolean => useQuery(SLIM);
