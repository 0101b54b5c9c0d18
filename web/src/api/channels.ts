// Ways to reach people outside the app.

import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";

export interface ChannelHead {
  name: string;
  is_active: boolean;
}

export interface Channel extends ChannelHead {
  id: string;
  /** The address itself is a secret and never comes back; the hint is its end. */
  reach: { kind: "wecom_robot"; url_hint?: string };
}

export interface ChannelTest {
  ok: boolean;
  /** The far side's own number: 45009. */
  code?: string | null;
  error?: string | null;
  ms?: number;
}

export const channelsQuery = queryOptions({
  queryKey: ["channels", "list"],
  queryFn: ({ signal }) => api.get<Channel[]>("/channels", { signal }),
});

const reachOf = (url: string) => ({ kind: "wecom_robot", url });

export const createChannel = (head: ChannelHead, url: string): Promise<Channel> =>
  api.post("/channels", { ...head, reach: reachOf(url) });

/** An empty `url` keeps the address there is. */
export const saveChannel = (id: string, head: ChannelHead, url: string): Promise<Channel> =>
  api.put(`/channels/${id}`, { id, ...head, reach: reachOf(url) });

export const deleteChannel = (id: string): Promise<void> => api.delete(`/channels/${id}`);
export const testChannel = (id: string): Promise<ChannelTest> => api.post(`/channels/${id}/test`, {});
