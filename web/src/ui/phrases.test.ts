import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { queryClient } from "@/api/query_client";
import { type Me, sessionQuery } from "@/api/session";
import { startI18n } from "@/i18n/i18n";
import { dropPhrase, keepAsPhrase, placePhrase } from "./phrases";
import { useToasts } from "./toast";

const KEPT = ["a", "b", "c"];
const known = () => queryClient.getQueryData(sessionQuery.queryKey)?.phrases;
const accepted = () => new Response(null, { status: 204 });
const refused = (code: string, max: string) =>
  Response.json(
    { status: 422, code: "invalid", problems: [{ place: "phrase", code, severity: "error", data: { max } }] },
    { status: 422, headers: { "Content-Type": "application/problem+json" } },
  );

describe("one's own phrases", () => {
  const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

  beforeEach(async () => {
    vi.stubGlobal("fetch", asked);
    await startI18n("zh");
    queryClient.setQueryData(sessionQuery.queryKey, { phrases: KEPT } as unknown as Me);
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    asked.mockReset();
    queryClient.clear();
    useToasts.setState({ toasts: [] });
  });

  it("are shown as chosen before the server has answered", async () => {
    asked.mockImplementation(async () => accepted());
    const kept = keepAsPhrase(" d\n");
    expect(known()).toEqual(["a", "b", "c", "d"]);
    const placed = placePhrase("d", 0);
    expect(known()).toEqual(["d", "a", "b", "c"]);
    const dropped = dropPhrase("a");
    expect(known()).toEqual(["d", "b", "c"]);
    await Promise.all([kept, placed, dropped]);
    expect(asked.mock.calls.map(([url, { body }]) => [url, body])).toEqual([
      ["/api/v1/session/phrases", '{"phrase":"d"}'],
      ["/api/v1/session/phrases/move", '{"phrase":"d","at":0}'],
      ["/api/v1/session/phrases/remove", '{"phrase":"a"}'],
    ]);
    expect(known()).toEqual(["d", "b", "c"]);
  });

  it("are as before when the server says no, and the cure is said", async () => {
    asked.mockImplementation(async () => refused("too_many", "20"));
    await keepAsPhrase("d");
    expect(known()).toEqual(KEPT);
    await placePhrase("c", 0);
    expect(known()).toEqual(KEPT);
    await dropPhrase("b");
    expect(known()).toEqual(KEPT);
    const [said] = useToasts.getState().toasts;
    expect([said?.text, said?.detail]).toEqual(["没有存为常用语", "最多存 20 条，请先在“管理”中移除不再使用的。"]);
  });
});
