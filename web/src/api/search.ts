// One search over what the person may see.

import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";
import type { PageOf } from "./page";

export interface Hit {
  kind: "order" | "record" | "app" | "form" | "board" | "user";
  id: string;
  title: string;
  detail: string;
  link: string;
}

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ["search", text],
    queryFn: ({ signal }) => api.get<PageOf<Hit>>("/search", { query: { q: text }, signal }),
    enabled: text.trim().length > 0,
    staleTime: 5_000,
  });
