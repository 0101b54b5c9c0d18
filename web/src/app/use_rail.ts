// The rail of a desktop; a phone never asks for it.

import { type ComponentType, useEffect, useState } from "react";
import type { RailProps } from "./Rail";

let rail: ComponentType<RailProps> | null = null;

/** Before the first page is drawn, so that nothing moves aside for it. */
export async function loadRail(): Promise<ComponentType<RailProps>> {
  rail ??= (await import("./Rail")).Rail;
  return rail;
}

/** `null` on its way, as when a window grows from a phone's width. */
export function useRail(isWanted: boolean): ComponentType<RailProps> | null {
  const [loaded, setLoaded] = useState<ComponentType<RailProps> | null>(() => rail);
  useEffect(() => {
    if (!isWanted || loaded) return;
    // A file that cannot be had any more is told by the strip about the newer version.
    loadRail().then(
      (arrived) => setLoaded(() => arrived),
      () => undefined,
    );
  }, [isWanted, loaded]);
  return isWanted ? loaded : null;
}
