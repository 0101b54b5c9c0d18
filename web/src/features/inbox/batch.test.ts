import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BatchResult, TaskItem } from "@/api/inbox";
import { queryClient } from "@/api/query_client";
import { sessionQuery } from "@/api/session";
import { onErrandEnd, useErrands } from "@/ui/errand_book";
import { startErrands } from "@/ui/errand_rounds";
import { useJobs } from "@/ui/jobs";
import { preferenceNames } from "@/ui/preference";
import { useToasts } from "@/ui/toast";
import { approveBatch, hearPortion, useBatch } from "./batch";

interface Sent {
  key: string | null;
  orders: string[];
  comment: string;
  outlives: boolean | undefined;
}

const items = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ order: `o${at}`, task: `t${at}`, title: `T${at}` }) as TaskItem);
const takenBack = vi.fn();

let sent: Sent[] = [];
/** What became of those that wait. */
let asked: [path: string, ids: string[]][] = [];
/** What the server says of an order that it does not approve; `lost`: it is done, but the answer never comes. */
let refused = new Map<string, Partial<BatchResult>>();
let lost = 0;
let status = 200;
let stops: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  useErrands.setState({ errands: [] });
  useToasts.setState({ toasts: [] });
  useJobs.setState({ jobs: [] });
  useBatch.setState({ failures: new Map() });
  queryClient.setQueryData(sessionQuery.queryKey, { user: { id: "me" } } as never);
  [sent, asked, refused, lost, status] = [[], [], new Map(), 0, 200];
  takenBack.mockClear();
  const handledBy = ({ data }: BatchResult) => (data?.by ? `${data.by} was faster` : null);
  stops = [startErrands("me"), onErrandEnd((ended) => hearPortion(ended, handledBy))];
  vi.stubGlobal("fetch", async (path: string, { headers, body, keepalive }: RequestInit) => {
    if (path.includes("/held/")) {
      const { ids } = JSON.parse(String(body)) as { ids: string[] };
      asked.push([path, ids]);
      return new Response(JSON.stringify(ids.map((id) => ({ id, ok: true }))));
    }
    const { items: pairs, comment } = JSON.parse(String(body)) as {
      items: { order: string; task: string }[];
      comment: string;
    };
    sent.push({
      key: new Headers(headers).get("idempotency-key"),
      orders: pairs.map(({ order }) => order),
      comment,
      outlives: keepalive,
    });
    lost -= 1;
    if (lost >= 0) throw new TypeError("network");
    if (status !== 200) return new Response("{}", { status });
    const said = pairs.map((pair) => {
      const no = refused.get(pair.order);
      return no ? { ...pair, ok: false, ...no } : { ...pair, ok: true, held: `held.${pair.order}` };
    });
    return new Response(JSON.stringify(said));
  });
});

afterEach(() => {
  for (const stop of stops) stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const job = () => useJobs.getState().jobs.at(-1);
const ended = () => vi.waitFor(() => expect(job()?.ended).toBeTruthy());

describe("batch approval", () => {
  it("is on the device with its opinion before it goes", () => {
    approveBatch(items(23), "fine", takenBack);
    expect([preferenceNames("errand.").length, useErrands.getState().errands.length]).toEqual([3, 3]);
  });

  it("can be taken back when all of it has arrived, and the opinion comes back", async () => {
    refused.set("o1", { code: "task_closed" });
    approveBatch(items(12), "fine", takenBack);
    await ended();
    const [toast] = useToasts.getState().toasts;
    expect(toast?.text).toBe("批量同意 11 条");
    toast?.undo?.();
    await vi.waitFor(() => expect(takenBack).toHaveBeenCalledOnce());
    const ids = items(12).flatMap(({ order }) => (order === "o1" ? [] : [`held.${order}`]));
    expect([asked, job()?.ended]).toEqual([[["/api/v1/held/take-back", ids]], "已撤销 11 条"]);
  });

  it("goes in portions, one after the other, and tells its progress", async () => {
    const seen = new Set<number>();
    stops.push(useJobs.subscribe(({ jobs }) => seen.add(jobs.at(-1)?.done ?? -1)));
    approveBatch(items(23), "fine", takenBack);
    expect(sent).toHaveLength(1);
    await ended();
    expect(sent.map(({ orders, comment, outlives }) => [orders.length, comment, outlives])).toEqual([
      [10, "fine", true],
      [10, "fine", true],
      [3, "fine", true],
    ]);
    expect([[...seen], job()?.ended, preferenceNames("errand.")]).toEqual([[0, 10, 20, 23], "已同意 23 条", []]);
  });

  it("waits without a network, and no portion whose answer was lost goes under another key", async () => {
    lost = 1;
    approveBatch(items(12), "fine", takenBack);
    await vi.waitFor(() => expect(useErrands.getState().errands.every(({ state }) => state === "waiting")).toBe(true));
    expect([sent.length, job()?.done, job()?.ended]).toEqual([1, 0, null]);
    dispatchEvent(new Event("online"));
    await ended();
    expect(sent.map(({ orders }) => orders.length)).toEqual([10, 10, 2]);
    expect([sent[0]?.key === sent[1]?.key, job()?.failures, job()?.ended]).toEqual([true, [], "已同意 12 条"]);
  });

  it("goes again under the same key when the server broke over it", async () => {
    status = 500;
    approveBatch(items(2), "fine", takenBack);
    await ended();
    expect(job()?.failures).toHaveLength(2);
    status = 200;
    job()?.retry?.();
    await vi.waitFor(() => expect(job()?.ended).toBe("已同意 2 条"));
    expect([sent.length, new Set(sent.map(({ key }) => key)).size]).toEqual([2, 1]);
  });

  it("keeps the reason of every task that failed, and who was faster; only these are tried again", async () => {
    refused.set("o0", { code: "task_closed", data: { by: "Li", at: 1 } });
    refused.set("o1", { code: "task_closed" });
    approveBatch(items(3), "fine", takenBack);
    await ended();
    expect(job()?.failures).toEqual([
      { title: "T0", reason: "Li was faster" },
      { title: "T1", reason: "这条待办已经处理过了" },
    ]);
    expect([...useBatch.getState().failures.keys()]).toEqual(["o0/t0", "o1/t1"]);
    refused.clear();
    job()?.retry?.();
    await vi.waitFor(() => expect(job()?.ended).toBe("已同意 2 条"));
    expect(sent.map(({ orders }) => orders)).toEqual([
      ["o0", "o1", "o2"],
      ["o0", "o1"],
    ]);
    expect([new Set(sent.map(({ key }) => key)).size, useBatch.getState().failures.size]).toEqual([2, 0]);
  });

  it("stops between two portions, and what was not sent is no failure", async () => {
    approveBatch(items(23), "fine", takenBack);
    job()?.cancel?.();
    await ended();
    expect([sent.length, job()?.ended, job()?.failures, preferenceNames("errand.")]).toEqual([
      1,
      "已同意 10 条",
      [],
      [],
    ]);
  });
});
