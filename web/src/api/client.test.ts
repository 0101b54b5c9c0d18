import { afterEach, describe, expect, it, vi } from "vitest";
import { api, onSignedOut, urlOf } from "./client";
import { parseLive, staleKeys } from "./live";
import type { ApiProblem } from "./problem";

const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
  vi.stubGlobal(
    "fetch",
    vi.fn(async () => new Response(body, { status, headers })),
  );

const caught = (call: Promise<unknown>): Promise<ApiProblem> =>
  call.then(
    () => expect.unreachable(),
    (problem: ApiProblem) => problem,
  );

afterEach(() => vi.unstubAllGlobals());

describe("client", () => {
  it("leaves empty parameters out and repeats lists", () => {
    expect(urlOf("/orders", { state: ["open", "late"], q: "", page: 2, after: undefined })).toBe(
      "/api/v1/orders?state=open&state=late&page=2",
    );
  });

  it("sends the command id and the revision with a write", async () => {
    answer(200, "{}", { "content-type": "application/json" });
    await api.put("/forms/f1", { name: "x" }, { key: "k1", revision: 7 });
    const init = vi.mocked(fetch).mock.calls[0]?.[1];
    const headers = new Headers(init?.headers);
    expect([headers.get("idempotency-key"), headers.get("if-match"), headers.get("x-tessera")]).toEqual([
      "k1",
      '"7"',
      "1",
    ]);
  });

  it("reads a problem document with every place that is wrong", async () => {
    const problems = [{ place: "amount", code: "too_large", severity: "error", data: { max: "9" } }];
    answer(422, JSON.stringify({ code: "invalid", title: "t", problems, request_id: "r1" }), {
      "content-type": "application/problem+json",
    });
    const problem = await caught(api.post("/records", {}));
    expect([problem.status, problem.code, problem.problems, problem.request_id]).toEqual([
      422,
      "invalid",
      problems,
      "r1",
    ]);
  });

  it("keeps the status of an answer that is no problem document", async () => {
    answer(502, "<html>", { "content-type": "text/html" });
    const problem = await caught(api.get("/apps"));
    expect([problem.code, problem.isPassing]).toEqual(["http_502", true]);
  });

  it("tells the app when the session has ended", async () => {
    const signedOut = vi.fn(async () => false);
    onSignedOut(signedOut);
    answer(401, "");
    await caught(api.get("/apps"));
    expect(signedOut).toHaveBeenCalledOnce();
    expect(fetch).toHaveBeenCalledOnce();
  });

  it("sends a refused command once more, unchanged, after the person has signed in again", async () => {
    onSignedOut(async () => true);
    const asked = vi.fn(async () =>
      asked.mock.calls.length === 1 ? new Response("", { status: 401 }) : new Response('{"rev":2}'),
    );
    vi.stubGlobal("fetch", asked);
    expect(await api.put("/forms/f1", { name: "x" })).toEqual({ rev: 2 });
    const [first, second] = asked.mock.calls as unknown as [string, RequestInit][];
    expect(second).toEqual(first);
  });

  it("does not ask again for a password that was wrong", async () => {
    const signedOut = vi.fn(async () => true);
    onSignedOut(signedOut);
    answer(401, "");
    await caught(api.post("/session", { login: "a", password: "b" }));
    expect(signedOut).not.toHaveBeenCalled();
  });

  it("is unreachable, not broken, when the network fails", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
    expect((await caught(api.get("/apps"))).isOffline).toBe(true);
  });
});

describe("live", () => {
  it("ignores what is no event", () => {
    expect(parseLive('{"seq":4,"touched":["order:o1","inbox"]}')).toEqual(["order:o1", "inbox"]);
    expect([parseLive("{}"), parseLive("ping")]).toEqual([[], []]);
  });

  it("never makes a draft stale", () => {
    const touched = ["order:o1", "form:f1", "definition:f1", "inbox", "board", "directory", "notices", "new thing"];
    const nouns = touched.flatMap(staleKeys).map(([noun]) => noun);
    expect(nouns).toContain("orders");
    expect(nouns).not.toContain("drafts");
  });
});
