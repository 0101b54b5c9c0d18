import { beforeEach, describe, expect, it, vi } from "vitest";
import type { FormDefinition } from "@/model/form";
import { createDraft } from "./draft";
import { freshCopy, type LocalCopy } from "./local_copy";
import type { QueuedCall } from "./order_draft";

const definition: FormDefinition = {
  fields: [
    { id: "what", label: "What", control: { kind: "text", max_chars: 200, placeholder: "", format: "any" } },
    { id: "number", label: "No.", control: { kind: "serial", pattern: "{####}", reset: "never" } },
  ],
  sections: [],
};

interface Call {
  method: string;
  path: string;
  key: string | null;
  body: Record<string, unknown>;
}

let calls: Call[] = [];
let answers: (Response | Error)[] = [];
let kept: LocalCopy | null = null;
let queued: QueuedCall[] = [];

const ok = () => new Response("{}", { status: 200, headers: { "content-type": "application/json" } });
const refused = () =>
  new Response(JSON.stringify({ code: "invalid", problems: [{ place: "what", code: "required", data: {} }] }), {
    status: 422,
    headers: { "content-type": "application/problem+json" },
  });

const says = (status: number, code: string) => () =>
  new Response(JSON.stringify({ code, problems: [] }), {
    status,
    headers: { "content-type": "application/problem+json" },
  });
const denied = says(403, "not_allowed");
const missing = says(404, "not_found");
const page = (state: string) => new Response(JSON.stringify({ id: "o", state, values: {} }), { status: 200 });

const draft = () =>
  createDraft({
    form: "f",
    definition,
    matrix: {},
    copy: freshCopy(1, {}),
    isUnsaved: false,
    keep: (copy) => {
      kept = copy;
    },
    queue: (call) => queued.push(call),
    isQueued: () => queued.length > 0,
  });

beforeEach(() => {
  vi.useRealTimers();
  calls = [];
  answers = [];
  kept = null;
  queued = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    const key = new Headers(init.headers).get("Idempotency-Key");
    calls.push({ method: init.method ?? "", path, key, body: init.body ? JSON.parse(String(init.body)) : {} });
    const answer = answers.shift() ?? ok();
    if (answer instanceof Error) throw answer;
    return answer;
  });
});

describe("an order being written", () => {
  it("is kept on the device at once, and on the server as one draft", async () => {
    const store = draft();
    store.getState().change("what", "pump");
    expect(kept).toMatchObject({ values: { what: "pump" }, isDraft: false });
    await store.getState().flush();
    store.getState().change("what", "fan");
    await store.getState().flush();
    const id = store.getState().id;
    expect(calls.map(({ method, path, body }) => [method, path, body])).toEqual([
      ["POST", "/api/v1/orders", { id, form: "f", values: { what: "pump" }, draft: true }],
      ["PUT", `/api/v1/orders/${id}/draft`, { values: { what: "fan" } }],
    ]);
    expect(store.getState().keeping).toBe("saved");
  });

  it("has a draft to come back to from the moment that a file is on its way to it", async () => {
    const store = draft();
    store.getState().begin();
    expect(kept).toMatchObject({ id: store.getState().id, values: {} });
    await store.getState().flush();
    expect(calls.map(({ method, path, body }) => [method, path, body.draft])).toEqual([
      ["POST", "/api/v1/orders", true],
    ]);
  });

  it("keeps on the server what it takes, and the rest on the device", async () => {
    const store = draft();
    store.getState().change("what", "half typed");
    answers = [refused()];
    await store.getState().flush();
    expect(calls.map(({ body }) => body.values)).toEqual([{ what: "half typed" }, {}]);
    expect([store.getState().keeping, kept?.values]).toEqual(["saved", { what: "half typed" }]);
  });

  it("is handed on when the network fails, under the key it was tried with, and nothing goes beside it", async () => {
    const store = draft();
    store.getState().change("what", "pump");
    answers = [new TypeError("network")];
    expect(await store.getState().send()).toBe(false);
    expect(queued.map(({ path, key }) => [path, key])).toEqual([["/orders", calls[0]?.key]]);
    await store.getState().flush();
    expect([calls.length, store.getState().sending, kept?.values]).toEqual([1, "idle", { what: "pump" }]);
  });

  it("shows what the server refuses, and sends the mended content as a new intent", async () => {
    const store = draft();
    store.getState().change("what", null);
    answers = [refused()];
    await expect(store.getState().send()).rejects.toThrow("invalid");
    expect(store.getState().problems.map(({ place }) => place)).toEqual(["what"]);
    store.getState().change("what", "pump");
    await store.getState().send();
    expect(calls[0]?.key).not.toBe(calls[1]?.key);
  });

  it("is saved three seconds after the first change, however steadily somebody types", async () => {
    vi.useFakeTimers();
    const store = draft();
    for (const [at, what] of ["p", "pu", "pum", "pump", "pumps"].entries()) {
      if (at > 0) await vi.advanceTimersByTimeAsync(800);
      store.getState().change("what", what);
    }
    expect(calls.map(({ body }) => body.values)).toEqual([{ what: "pump" }]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(calls.map(({ body }) => body.values)).toEqual([{ what: "pump" }, { what: "pumps" }]);
    expect([store.getState().keeping, kept]).toEqual(["saved", null]);
  });

  it("is not written back once another window has sent it", async () => {
    const store = draft();
    store.getState().change("what", "pump");
    await store.getState().flush();
    store.getState().change("what", "fan");
    answers = [denied(), page("running")];
    await store.getState().flush();
    store.getState().change("what", "fans");
    await store.getState().flush();
    expect([store.getState().ended, kept, calls.length]).toEqual(["sent", null, 3]);
    expect(await store.getState().send()).toBe(false);
  });

  it("says that a draft was thrown away elsewhere, and that one may not begin any only as a refusal", async () => {
    const mine = draft();
    mine.getState().change("what", "pump");
    answers = [denied(), missing()];
    await mine.getState().flush();
    expect([mine.getState().ended, mine.getState().keeping, kept?.values]).toEqual([null, "local", { what: "pump" }]);
    await mine.getState().flush();
    mine.getState().change("what", "fan");
    answers = [missing(), missing()];
    await mine.getState().flush();
    expect([mine.getState().ended, kept]).toEqual(["thrown", null]);
  });

  it("can always be begun anew: what was sent needs no throwing away, what the network keeps waits for it", async () => {
    const sentElsewhere = draft();
    sentElsewhere.getState().change("what", "pump");
    await sentElsewhere.getState().flush();
    answers = [denied()];
    await sentElsewhere.getState().discard();
    expect(kept).toBeNull();

    const offline = draft();
    offline.getState().change("what", "pump");
    await offline.getState().flush();
    answers = [new TypeError("network")];
    await offline.getState().discard();
    expect(kept).toMatchObject({ isThrown: true, values: {} });
  });
});
