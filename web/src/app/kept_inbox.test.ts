import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { inboxQuery } from "@/api/inbox";
import { queryClient } from "@/api/query_client";
import { type Me, sessionQuery } from "@/api/session";
import { readPreference } from "@/ui/preference";
import { keepInbox } from "./kept_inbox";

vi.mock("@/ui/viewport", () => ({ PHONE: { matches: true } }));

const { queryKey } = inboxQuery("todo", "");
const enter = (id: string) => queryClient.setQueryData(sessionQuery.queryKey, { user: { id } } as Me);
const leave = () => queryClient.setQueryData(sessionQuery.queryKey, null);
const shown = () => queryClient.getQueryData(queryKey)?.pages[0]?.items.length;
const kept = () => readPreference<object | null>("inbox", null);

/** As the server answers, with so many tasks. */
async function look(count: number): Promise<void> {
  const items = Array.from({ length: count }, (_, order) => ({ order: String(order) }));
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ items, next: "more", counts: {} })));
  await queryClient.fetchInfiniteQuery({ ...inboxQuery("todo", ""), staleTime: 0 });
}

beforeAll(keepInbox);

beforeEach(() => {
  queryClient.clear();
  localStorage.clear();
});

it("shows the next time what was there, a bounded part of it, and asks again", async () => {
  enter("a");
  await look(80);
  queryClient.clear();
  enter("a");
  expect(shown()).toBe(50);
  expect(queryClient.getQueryData(queryKey)?.pages[0]?.next).toBeNull();
  expect(queryClient.getQueryState(queryKey)?.dataUpdatedAt).toBe(0);
});

it("is nobody else's, and gone when another person comes", async () => {
  enter("a");
  await look(3);
  queryClient.clear();
  enter("b");
  expect([shown(), kept()]).toEqual([undefined, null]);
});

it("ends with the session", async () => {
  enter("a");
  await look(3);
  leave();
  expect(kept()).toBeNull();
  queryClient.clear();
  enter("a");
  expect(shown()).toBeUndefined();
});

it("is not older than what is known", async () => {
  enter("a");
  await look(3);
  await look(4);
  enter("a");
  expect(shown()).toBe(4);
});
