import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ErrandEnd, onErrandEnd, useErrands } from "./errand_book";
import { startErrands } from "./errand_rounds";
import { dropErrand, queueErrand, sendErrand } from "./errands";
import { preferenceNames, readPreference, writePreference } from "./preference";

const ERRAND = {
  key: "k1",
  user: "me",
  order: "o1",
  task: "t1",
  path: "/orders/o1/approve?hold=true",
  body: { comment: "fine" },
  what: "同意",
  title: "泵",
  keeps: ["opinion.o1.approve"],
};

const decide = (errand = ERRAND) => {
  queueErrand(errand);
  void sendErrand(errand.key);
};

let answers: (Response | Error)[] = [];
let sent: { path: string; key: string | null; outlives: boolean | undefined }[] = [];
let ended: ErrandEnd[] = [];
let stops: (() => void)[] = [];

const kept = () => preferenceNames("errand.");
const states = () => useErrands.getState().errands.map(({ state }) => state);
const refused = () =>
  new Response('{"code":"task_closed"}', { status: 409, headers: { "content-type": "application/problem+json" } });

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  useErrands.setState({ errands: [] });
  [answers, sent, ended] = [[], [], []];
  stops = [onErrandEnd((one) => ended.push(one)), startErrands("me")];
  vi.stubGlobal("fetch", async (path: string, { headers, keepalive }: RequestInit) => {
    sent.push({ path, key: new Headers(headers).get("idempotency-key"), outlives: keepalive });
    const answer = answers.shift() ?? new Response("{}");
    if (answer instanceof Error) throw answer;
    return answer;
  });
});

afterEach(() => {
  for (const stop of stops) stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a decision on its way", () => {
  it("is on the device before anything else, goes at once and only once, and outlives the page", async () => {
    decide();
    expect([kept(), states()]).toEqual([["errand.k1"], ["out"]]);
    void sendErrand("k1");
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect(sent).toEqual([{ path: "/api/v1/orders/o1/approve?hold=true", key: "k1", outlives: true }]);
    expect([kept(), states()]).toEqual([[], []]);
  });

  it("takes along what was kept for it, and gives it back to whoever thinks better of it", async () => {
    writePreference("opinion.o1.approve", "fine");
    decide();
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect(readPreference("opinion.o1.approve", "")).toBe("");
    ended[0]?.giveBack?.();
    expect(readPreference("opinion.o1.approve", "")).toBe("fine");
  });

  it("waits without a network and goes again under the same key", async () => {
    answers = [new TypeError("network")];
    decide();
    await vi.waitFor(() => expect(states()).toEqual(["waiting"]));
    dispatchEvent(new Event("online"));
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect([sent.map(({ key }) => key), kept()]).toEqual([["k1", "k1"], []]);
  });

  it("keeps the opinion when it is refused, and says so once", async () => {
    writePreference("opinion.o1.approve", "fine");
    answers = [refused()];
    decide();
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect(ended[0]?.error).toMatchObject({ code: "task_closed" });
    expect([kept(), readPreference("opinion.o1.approve", "")]).toEqual([[], "fine"]);
  });

  it("is adopted from a window that was closed, by the same person only", async () => {
    const left = { ...ERRAND, decided_at: Date.now() - 90_000, state: "out" };
    writePreference("errand.k1", left);
    writePreference("errand.k2", { ...left, key: "k2", user: "somebody" });
    writePreference("errand.k3", { ...left, key: "k3", decided_at: Date.now() });
    await vi.advanceTimersByTimeAsync(10_000);
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect([sent.map(({ key }) => key), kept().sort()]).toEqual([["k1"], ["errand.k2", "errand.k3"]]);
  });

  it("is asked for, and not sent, when it was left long ago", async () => {
    const left = { ...ERRAND, decided_at: Date.now() - 11 * 60_000, state: "out" };
    writePreference("errand.k1", left);
    writePreference("errand.k2", { ...left, key: "k2" });
    dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect([sent, states()]).toEqual([[], ["left", "left"]]);
    dropErrand("k1");
    sendErrand("k2");
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect([sent.map(({ key }) => key), kept()]).toEqual([["k2"], []]);
  });

  it("never leaves in another's name: it waits on the device for the one who made it", async () => {
    const [stop] = stops.splice(1);
    answers = [new TypeError("network")];
    decide();
    await vi.waitFor(() => expect(states()).toEqual(["waiting"]));
    stop?.();
    stops.push(startErrands("li"));
    dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(90_000);
    expect([sent.length, states(), kept()]).toEqual([1, [], ["errand.k1"]]);
    stops.push(startErrands("me"));
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect([sent.map(({ key }) => key), kept()]).toEqual([["k1", "k1"], []]);
  });

  it("stays while another window of this browser works for somebody else", async () => {
    writePreference("person", "li");
    decide();
    expect([sent, states(), kept()]).toEqual([[], ["waiting"], ["errand.k1"]]);
    writePreference("person", "me");
    dispatchEvent(new Event("online"));
    await vi.waitFor(() => expect(ended).toHaveLength(1));
  });
});
