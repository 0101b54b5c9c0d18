import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { takeHeldBack, toastHeld } from "./held";
import { useToasts } from "./toast";

let calls: { path: string; ids: string[] }[] = [];
let late: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  useToasts.setState({ toasts: [] });
  [calls, late] = [[], []];
  vi.stubGlobal("fetch", async (path: string, { body }: RequestInit) => {
    const { ids } = JSON.parse(String(body)) as { ids: string[] };
    calls.push({ path, ids });
    const told = (id: string) => (late.includes(id) ? { id, ok: false, code: "take_back_too_late" } : { id, ok: true });
    return new Response(JSON.stringify(ids.map(told)));
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const shown = () => useToasts.getState().toasts;

it("says so for what is left of eight seconds, and leaves the rest to the server", () => {
  toastHeld(["k1"], "同意 · 泵", { since: Date.now() - 3_000 });
  expect(shown().map(({ text, shown_ms }) => [text, shown_ms])).toEqual([["同意 · 泵", 5_000]]);
  expect(calls).toEqual([]);
});

it("is taken back together, and what had gone is said", async () => {
  const takenBack = vi.fn();
  late = ["k2"];
  toastHeld(["k1", "k2"], "批量同意 2 条", { takenBack });
  shown()[0]?.undo?.();
  await vi.waitFor(() => expect(takenBack).toHaveBeenCalledOnce());
  expect(calls).toEqual([{ path: "/api/v1/held/take-back", ids: ["k1", "k2"] }]);
  expect(shown().at(-1)).toMatchObject({ tone: "danger", text: "决定已经送出，不能撤销了" });
});

it("is given back with its words wherever in the window it is taken back", async () => {
  const takenBack = vi.fn();
  toastHeld(["k1"], "同意 · 泵", { takenBack });
  await takeHeldBack(["k1"]);
  expect([takenBack.mock.calls.length, shown()]).toEqual([1, []]);
});

it("is not given back when all of it had gone", async () => {
  const takenBack = vi.fn();
  late = ["k1"];
  toastHeld(["k1"], "同意 · 泵", { takenBack });
  shown()[0]?.undo?.();
  await vi.waitFor(() => expect(shown().at(-1)?.tone).toBe("danger"));
  expect(takenBack).not.toHaveBeenCalled();
});

it("goes at once when the person does not want to wait", async () => {
  toastHeld(["k1"], "同意 · 泵", { done: "同意成功" });
  shown()[0]?.now?.();
  await vi.waitFor(() => expect(shown().at(-1)?.text).toBe("同意成功"));
  expect(calls).toEqual([{ path: "/api/v1/held/send", ids: ["k1"] }]);
});

it("says why not when it was in vain", async () => {
  late = ["k1"];
  toastHeld(["k1"], "同意 · 泵", { done: "同意成功" });
  shown()[0]?.now?.();
  await vi.waitFor(() => expect(shown().at(-1)?.tone).toBe("danger"));
  expect(shown().some(({ text }) => text === "同意成功")).toBe(false);
});
