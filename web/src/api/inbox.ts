// What one person has to do, did, started, was told of, and left unfinished.

import { infiniteQueryOptions } from "@tanstack/react-query";
import type { OrderState } from "@/model/order";
import { api } from "./client";

export const INBOX_TABS = ["todo", "done", "started", "copied", "drafts"] as const;

export type InboxTab = (typeof INBOX_TABS)[number];

export interface Amount {
  label: string;
  number: string;
  /** ISO 4217. */
  currency: string;
  decimals: number;
}

export interface TaskItem {
  order: string;
  task?: string | null;
  form: string;
  form_name: string;
  app: string;
  title: string;
  node_name: string;
  initiator: string;
  state: OrderState;
  opened_at: number;
  due_at?: number | null;
  overdue: boolean;
  claimable: boolean;
  /** A yes or no is asked, of this person. */
  approval?: "plain" | "signed" | null;
  /** Of the first money field. */
  amount?: Amount | null;
  /** At most three. */
  summary: { label: string; text: string }[];
  progress?: { done: number; total: number } | null;
}

export interface InboxPage {
  items: TaskItem[];
  next?: string | null;
  counts: Record<InboxTab | "overdue", number>;
}

export const inboxQuery = (tab: InboxTab, q: string) =>
  infiniteQueryOptions({
    queryKey: ["inbox", tab, q],
    queryFn: ({ signal, pageParam }) => api.get<InboxPage>("/inbox", { query: { tab, q, cursor: pageParam }, signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** What `POST /inbox/approve` says of each. */
export interface BatchResult {
  order: string;
  task: string;
  ok: boolean;
  /** Under which it waits, and can be taken back. */
  held?: string;
  code?: string;
  title?: string;
  /** Of one that a colleague finished first. */
  data?: { by?: string | null; at?: number };
}
