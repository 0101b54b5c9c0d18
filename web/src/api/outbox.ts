// Messages on their way out of the house, and those that were given up.

import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "./client";
import type { NoticeSubject } from "./notices";

export const OUTGOING_STATES = ["parked", "waiting", "delivered"] as const;

export type OutgoingState = (typeof OUTGOING_STATES)[number];

export interface Outgoing {
  /** `812.0`: constant over all tries. */
  id: string;
  channel: string;
  channel_name: string;
  subject: NoticeSubject;
  /** The order's title, or the board's name, at that moment. */
  title: string;
  /** Absent: it is about a board. */
  order?: string;
  recipients: string[];
  state: OutgoingState;
  attempts: number;
  created_at: number;
  /** Waiting: not before this. */
  next_at?: number | null;
  /** Delivered or parked: when. */
  at?: number | null;
  last_error?: string | null;
}

export interface OutboxPage {
  items: Outgoing[];
  next: string | null;
  counts: Record<OutgoingState, number>;
}

export const outboxQuery = (state: OutgoingState) =>
  infiniteQueryOptions({
    queryKey: ["outbox", "list", state],
    queryFn: ({ signal, pageParam }) => api.get<OutboxPage>("/outbox", { query: { state, cursor: pageParam }, signal }),
    initialPageParam: "",
    getNextPageParam: ({ next }: OutboxPage) => next ?? undefined,
  });

export const resendOutgoing = (id: string): Promise<void> => api.post(`/outbox/${id}/resend`, {});
