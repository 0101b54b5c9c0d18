// Pushes of a board: when it tells its figures, to whom, and what became of the last one.

import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";

export type PushDays =
  | { kind: "daily" | "workdays" }
  /** 1 Monday to 7 Sunday. */
  | { kind: "weekly"; days: number[] }
  /** The last day, in a month that does not have it. */
  | { kind: "monthly"; day: number };

export interface PushPlan {
  days: PushDays;
  /** After midnight, in the workspace's zone. */
  minute: number;
  to: { channel: string | null; users: string[]; teams: string[]; roles: string[] };
  is_on: boolean;
}

export type PushFault = "owner_gone" | "owner_barred" | "channel_off" | "nobody_left" | "nothing_to_tell" | "missed";

export interface PushRun {
  at: number;
  /** Who sent it by hand. */
  by?: string;
  state: "sent" | "waiting" | "failed";
  /** Why nothing went out. */
  why?: PushFault;
  /** What the other side, or the network, said. */
  error?: string;
  next_at?: number;
}

export interface Push extends PushPlan {
  id: string;
  rev: number;
  /** Whose figures they are: whoever saved it last. */
  by: string;
  next?: number;
  last?: PushRun;
}

export interface Pushes {
  items: Push[];
  max: number;
  zone: string;
  /** Whose working days they are; absent: Monday to Friday. */
  calendar?: string;
  /** The workspace was restored, and sends nothing before an administrator's word. */
  is_quarantined: boolean;
}

export const pushesQuery = (board: string) =>
  queryOptions({
    queryKey: ["boards", "one", board, "pushes"],
    queryFn: ({ signal }) => api.get<Pushes>(`/boards/${board}/pushes`, { signal }),
  });

export const createPush = (board: string, plan: PushPlan): Promise<Push> => api.post(`/boards/${board}/pushes`, plan);

export const savePush = (board: string, { id, rev }: Pick<Push, "id" | "rev">, plan: PushPlan): Promise<Push> =>
  api.put(`/boards/${board}/pushes/${id}`, plan, { revision: rev });

export const deletePush = (board: string, id: string): Promise<void> => api.delete(`/boards/${board}/pushes/${id}`);

/** Answers with what became of it, as far as that is known within seconds. */
export const sendPush = (board: string, id: string): Promise<Push> =>
  api.post(`/boards/${board}/pushes/${id}/send`, {});
