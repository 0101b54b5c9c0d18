// One search over what the person may see.

import { queryOptions } from "@tanstack/react-query";
import type { OrderState } from "@/model/order";
import { api } from "./client";

export interface Hits {
  orders: { id: string; title: string; form_name: string; state: OrderState }[];
  people: { id: string; name: string }[];
  apps: { id: string; name: string }[];
}

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ["search", q],
    queryFn: ({ signal }) => api.get<Hits>("/search", { query: { q }, signal }),
    enabled: q.length > 0,
    staleTime: 5_000,
  });
