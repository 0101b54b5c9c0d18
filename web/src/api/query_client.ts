// The cache of what the server said. Keys are [noun, "list", …] and [noun, "one", id, …]; a draft that a person edits is
// ["drafts", …]. live.ts says which event makes which key stale.

import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "./problem";

const ATTEMPTS_MAX = 2;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      retry: (failed, error) => error instanceof ApiProblem && error.isPassing && failed < ATTEMPTS_MAX,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});
