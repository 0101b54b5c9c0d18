// What the first address needs is asked for all at once: who is there, the rail, the page's code and its words. Each would
// else wait until the one before it has arrived and run.

import { queryClient } from "@/api/query_client";
import { sessionQuery } from "@/api/session";
import { PHONE } from "@/ui/viewport";
import { router } from "./router";
import { loadRail } from "./use_rail";

/**
 * Call it when the language in use is known. What fails here is asked for again where it is needed, and told there. Who is there is
 * asked only where somebody must be: before a sign-in the answer would be a refusal.
 */
export function headStart(): void {
  const [matched] = router.getMatchedRoutes(router.latestLocation.pathname);
  for (const { id, options } of matched) {
    if (id === "/shell") {
      void queryClient.prefetchQuery(sessionQuery);
      if (!PHONE.matches) loadRail().catch(() => undefined);
    }
    // Parts of a page that are no lazy chunk have nothing to bring.
    const { component } = options as { component?: { preload?: () => Promise<void> } };
    void component?.preload?.();
  }
}
