// The bell: what the person was told, without words; the sentence is made in the reader's language.

import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "./client";

export const NOTICE_SUBJECTS = [
  "task_opened",
  "task_offered",
  "notice",
  "returned",
  "completed",
  "rejected",
  "cancelled",
  "terminated",
  "copied",
  "reminded",
  "escalated",
  "urged",
  "mentioned",
  "transferred",
  "recall_requested",
  "incident",
] as const;

/** A decision had waited, and could not be carried out any more. */
export interface UnsentSubject {
  unsent: { ruling: "complete" | "approve" | "reject" | "return" | "transfer"; why: Obstacle };
}

type Obstacle =
  | "task_closed"
  | "order_ended"
  | "not_yours"
  | "not_returnable"
  | "successor"
  | "invalid"
  | "not_allowed";

export type NoticeSubject = (typeof NOTICE_SUBJECTS)[number] | UnsentSubject;

export interface Notice {
  id: string;
  message: {
    subject: NoticeSubject;
    order: string;
    title: string;
    node: string | null;
    node_name: string;
    by: string | null;
    text: string;
  };
  at: number;
  is_read: boolean;
}

export interface NoticePage {
  items: Notice[];
  unread: number;
  next?: string | null;
}

export const noticesQuery = infiniteQueryOptions({
  queryKey: ["notices"],
  queryFn: ({ signal, pageParam }) => api.get<NoticePage>("/notices", { query: { cursor: pageParam }, signal }),
  initialPageParam: "",
  getNextPageParam: (page) => page.next ?? undefined,
});

export const readNotices = (ids: readonly string[]): Promise<void> => api.post("/notices/read", { ids });
