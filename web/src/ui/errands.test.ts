import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ErrandEnd, type NewErrand, onErrandEnd, useErrands } from "./errand_book";
import { startErrands } from "./errand_rounds";
import { dropErrand, holdErrands, queueErrand, sendErrand, takeBack } from "./errands";
import { preferenceNames, readPreference, writePreference } from "./preference";
import { useToasts } from "./toast";

const ERRAND = {
  key: "k1",
  user: "me",
  order: "o1",
  task: "t1",
  path: "/orders/o1/approve",
  body: { comment: "fine" },
  what: "同意",
  title: "泵",
  keeps: ["opinion.o1.approve"],
};

const holdErrand = (errand: NewErrand, text: string) => holdErrands([errand], text);

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
  useToasts.setState({ toasts: [] });
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
  it("is on the device at once, and gone without a trace when it is taken back", () => {
    holdErrand(ERRAND, "同意 · 泵");
    expect(kept()).toEqual(["errand.k1"]);
    takeBack("k1");
    expect([kept(), useToasts.getState().toasts, sent]).toEqual([[], [], []]);
  });

  it("goes when its toast ends, once, and takes along what was kept for it", async () => {
    writePreference("opinion.o1.approve", "fine");
    holdErrand(ERRAND, "同意 · 泵");
    const [toast] = useToasts.getState().toasts;
    useToasts.getState().dismiss(toast?.id ?? 0);
    sendErrand("k1");
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect(sent).toEqual([{ path: "/api/v1/orders/o1/approve", key: "k1", outlives: true }]);
    expect([kept(), states(), readPreference("opinion.o1.approve", "")]).toEqual([[], [], ""]);
  });

  it("goes when the page is left, and cannot be taken back any more", async () => {
    holdErrand(ERRAND, "同意 · 泵");
    dispatchEvent(new Event("pagehide"));
    takeBack("k1");
    expect([sent.length, states()]).toEqual([1, ["out"]]);
  });

  it("can be taken back for as long as was promised, whatever is decided after it and whether the window is seen", () => {
    vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    for (const key of ["k1", "k2", "k3", "k4", "k5"]) holdErrand({ ...ERRAND, key }, "同意 · 泵");
    document.dispatchEvent(new Event("visibilitychange"));
    expect([states().every((state) => state === "held"), useToasts.getState().toasts.length]).toEqual([true, 5]);
    takeBack("k1");
    expect([sent, kept()]).toEqual([[], ["errand.k2", "errand.k3", "errand.k4", "errand.k5"]]);
    vi.restoreAllMocks();
  });

  it("goes at once when a phone turns to something else, for it may fall asleep", () => {
    holdErrand(ERRAND, "同意 · 泵");
    vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    vi.stubGlobal("matchMedia", (query: string) => ({ matches: query === "(pointer: coarse)" }));
    document.dispatchEvent(new Event("visibilitychange"));
    expect(states()).toEqual(["out"]);
    vi.restoreAllMocks();
  });

  it("waits without a network and goes again under the same key", async () => {
    answers = [new TypeError("network")];
    holdErrand(ERRAND, "同意 · 泵");
    sendErrand("k1");
    await vi.waitFor(() => expect(states()).toEqual(["waiting"]));
    dispatchEvent(new Event("online"));
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect([sent.map(({ key }) => key), kept()]).toEqual([["k1", "k1"], []]);
  });

  it("keeps the opinion when it is refused, and says so once", async () => {
    writePreference("opinion.o1.approve", "fine");
    answers = [refused()];
    holdErrand(ERRAND, "同意 · 泵");
    sendErrand("k1");
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect(ended[0]?.error).toMatchObject({ code: "task_closed" });
    expect([kept(), readPreference("opinion.o1.approve", "")]).toEqual([[], "fine"]);
  });

  it("is adopted from a window that was closed, by the same person only", async () => {
    const left = { ...ERRAND, decided_at: Date.now() - 90_000, state: "held" };
    writePreference("errand.k1", left);
    writePreference("errand.k2", { ...left, key: "k2", user: "somebody" });
    writePreference("errand.k3", { ...left, key: "k3", decided_at: Date.now() });
    await vi.advanceTimersByTimeAsync(10_000);
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect([sent.map(({ key }) => key), kept().sort()]).toEqual([["k1"], ["errand.k2", "errand.k3"]]);
  });

  it("is asked for, and not sent, when it was left long ago", async () => {
    const left = { ...ERRAND, decided_at: Date.now() - 11 * 60_000, state: "held" };
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

  it("is asked for when the device slept over it", () => {
    holdErrand(ERRAND, "同意 · 泵");
    vi.setSystemTime(Date.now() + 3_600_000);
    useToasts.getState().dismiss(useToasts.getState().toasts[0]?.id ?? 0);
    expect([sent, states()]).toEqual([[], ["left"]]);
  });

  it("never leaves in another's name: it waits on the device for the one who made it", async () => {
    const [stop] = stops.splice(1);
    answers = [new TypeError("network")];
    holdErrand({ ...ERRAND, key: "k2" }, "同意 · 阀");
    queueErrand(ERRAND);
    sendErrand("k1");
    await vi.waitFor(() => expect(states()).toContain("waiting"));
    stop?.();
    stops.push(startErrands("li"));
    dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(90_000);
    expect([sent.length, states(), useToasts.getState().toasts, kept().sort()]).toEqual([
      1,
      [],
      [],
      ["errand.k1", "errand.k2"],
    ]);
    stops.push(startErrands("me"));
    await vi.waitFor(() => expect(ended).toHaveLength(2));
    expect([sent.map(({ key }) => key).sort(), kept()]).toEqual([["k1", "k1", "k2"], []]);
  });

  it("stays while another window of this browser works for somebody else", async () => {
    holdErrand(ERRAND, "同意 · 泵");
    writePreference("person", "li");
    sendErrand("k1");
    expect([sent, states(), kept()]).toEqual([[], ["waiting"], ["errand.k1"]]);
    writePreference("person", "me");
    dispatchEvent(new Event("online"));
    await vi.waitFor(() => expect(ended).toHaveLength(1));
  });
});
