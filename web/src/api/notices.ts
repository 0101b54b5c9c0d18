// The bell: what the person was told.

import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";
import type { PageOf } from "./page";

export interface Notice {
  id: string;
  title: string;
  text: string;
  /** Address inside the app. */
  link: string;
  at: number;
  is_read: boolean;
}

export const noticesQuery = queryOptions({
  queryKey: ["notices", "list"],
  queryFn: ({ signal }) => api.get<PageOf<Notice> & { unread: number }>("/notices", { signal }),
});

export const readNotices = (ids: readonly string[]): Promise<void> => api.post("/notices/read", { ids });
