import { describe, expect, it } from "vitest";
import { ApiProblem } from "@/api/problem";
import type { Field } from "@/model/form";
import type { HistoryEntry } from "@/model/order";
import type { Value, Values } from "@/model/value";
import type { Change, Outcome } from "./change";
import { type Server, saveQueue } from "./save_queue";

const field = (id: string): Field => ({
  id,
  label: id,
  control: { kind: "text", max_chars: 20, placeholder: "", format: "any" },
});

const problem = (status: number, code: string, places: string[] = []) =>
  new ApiProblem({
    status,
    code,
    title: "",
    detail: "",
    data: {},
    problems: places.map((place) => ({ place, code: "not_unique", severity: "error", data: {} })),
    request_id: "",
  });

/** A server with one record, which others change too. */
function house(values: Record<string, Value> = {}, history: HistoryEntry[] = []) {
  const state = {
    values,
    rev: 1,
    history,
    sent: [] as [Values, number][],
    keys: new Set<string>(),
    failing: 0,
    atOnce: 0,
  };
  let now = 0;
  const server: Server = {
    edit: async (_id, patch, rev, key) => {
      now += 1;
      state.atOnce = Math.max(state.atOnce, now);
      await Promise.resolve();
      now -= 1;
      state.keys.add(key);
      if (state.failing > 0) {
        state.failing -= 1;
        throw problem(503, "stopping");
      }
      if (rev !== state.rev) throw problem(409, "stale_revision");
      const wrong = Object.keys(patch).filter((name) => patch[name] === "wrong");
      if (wrong.length > 0) throw problem(422, "invalid", wrong);
      Object.assign(state.values, patch);
      state.rev += 1;
      state.sent.push([patch, rev]);
      return state.rev;
    },
    see: async () => ({ values: state.values, record_rev: state.rev, history: state.history }),
    wait: () => Promise.resolve(),
  };
  return { state, server };
}

const change = (name: string, after: Value, before: Value = null, id = "r"): Change => ({
  id,
  rev: 1,
  field: field(name),
  before,
  after,
});

const told: [string, Outcome["state"]][] = [];
const tell = ({ field: { id } }: Change, { state }: Outcome) => told.push([id, state]);
const states = (outcomes: readonly Outcome[]) => outcomes.map(({ state }) => state);

describe("changed cells", () => {
  it("of one record travel together, and the next ones know the revision those made", async () => {
    const { state, server } = house();
    const queue = saveQueue(server);
    const first = queue.save([change("a", "1"), change("b", "2")], tell);
    const second = queue.save([change("a", "3", "1")], tell);
    expect(queue.waiting()).toBe(3);
    expect(states([...(await first), ...(await second)])).toEqual(["ok", "ok", "ok"]);
    expect(state.sent).toEqual([
      [{ a: "1", b: "2" }, 1],
      [{ a: "3" }, 2],
    ]);
    expect(queue.waiting()).toBe(0);
  });

  it("go on top of what others did elsewhere in the record", async () => {
    const { state, server } = house({ a: "old", b: "theirs" });
    state.rev = 7;
    expect(states(await saveQueue(server).save([change("a", "mine", "old")], tell))).toEqual(["ok"]);
    expect([state.values, state.rev]).toEqual([{ a: "mine", b: "theirs" }, 8]);
  });

  it("stop where somebody changed the very cell, and say who and when", async () => {
    const history = [
      { at: 5, kind: "edited", by: "ann", data: { fields: ["a"] } },
      { at: 6, kind: "commented", by: "bo" },
    ];
    const { state, server } = house({ a: "theirs", b: null }, history);
    state.rev = 7;
    const outcomes = await saveQueue(server).save([change("a", "mine", "old"), change("b", "mine")], tell);
    expect(outcomes).toEqual([
      { state: "conflict", theirs: "theirs", rev: 7, by: "ann", at: 5 },
      { state: "ok", rev: 8 },
    ]);
    expect(state.values).toEqual({ a: "theirs", b: "mine" });
  });

  it("that are wrong stay behind, the others are kept", async () => {
    const { state, server } = house();
    const outcomes = await saveQueue(server).save([change("a", "wrong"), change("b", "right")], tell);
    expect(outcomes).toMatchObject([{ state: "error", problem: { place: "a" } }, { state: "ok" }]);
    expect(state.values).toEqual({ b: "right" });
  });

  it("survive a stumble of the server under one key", async () => {
    const { state, server } = house();
    state.failing = 2;
    expect(states(await saveQueue(server).save([change("a", "1")], tell))).toEqual(["ok"]);
    expect(state.keys.size).toBe(1);
    state.failing = 3;
    expect(states(await saveQueue(server).save([change("a", "2", "1")], tell))).toEqual(["error"]);
  });

  it("stop where they are when the person stops them", async () => {
    const { server } = house();
    const stop = new AbortController();
    const many = Array.from({ length: 20 }, (_, at) => change("a", "1", null, `r${at}`));
    let done = 0;
    const outcomes = await saveQueue({ ...server, edit: async () => 2 }).save(
      many,
      () => {
        done += 1;
        if (done === 3) stop.abort();
      },
      stop.signal,
    );
    expect(new Set(states(outcomes))).toEqual(new Set(["ok", "stopped"]));
    expect(states(outcomes).filter((state) => state === "ok").length).toBeLessThan(10);
  });

  it("of many records go a few at a time", async () => {
    const { state, server } = house();
    const many = Array.from({ length: 50 }, (_, at) => change("a", "1", null, `r${at}`));
    await saveQueue({ ...server, see: async () => ({ values: {}, record_rev: state.rev, history: [] }) }).save(
      many,
      tell,
    );
    expect(state.atOnce).toBeGreaterThan(1);
    expect(state.atOnce).toBeLessThanOrEqual(6);
  });
});
