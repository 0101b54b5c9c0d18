import type { QueryClient } from "@tanstack/react-query";

/** After a change of apps, forms or boards: the lists here, and what the shell offers. */
export async function renewApps(cache: QueryClient): Promise<void> {
  await Promise.all([["apps"], ["session"]].map((queryKey) => cache.invalidateQueries({ queryKey })));
}
