// The bell: what the person was told, without words; the sentence is made in the reader's language.

import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "./client";
import type { PushFault } from "./pushes";

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

/** A board told its figures, or could not. */
export type BoardSubject =
  | { board_pushed: { app: string; board: string } }
  | { push_failed: { app: string; board: string; why: PushFault } };

export type NoticeSubject = (typeof NOTICE_SUBJECTS)[number] | UnsentSubject | BoardSubject;

/** The board that it is about; `null`: it is about an order. */
export function boardOf(subject: NoticeSubject): { app: string; board: string } | null {
  if (typeof subject === "string" || "unsent" in subject) return null;
  return "board_pushed" in subject ? subject.board_pushed : subject.push_failed;
}

export interface Notice {
  id: string;
  message: {
    subject: NoticeSubject;
    /** Of no order where it is about a board. */
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
