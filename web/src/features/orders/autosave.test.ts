import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { OrderPage } from "@/model/order";
import { readPreference } from "@/ui/preference";
import { useWork, workPlace } from "./work";

const text = { kind: "text", max_chars: 100, placeholder: "", format: "any" } as const;
const fields = ["a", "b"].map((id) => ({ id, label: id, control: text }));
const page = (actions: object[], values = {}) =>
  ({
    id: "o",
    state: "running",
    definition: { fields, sections: [] },
    values,
    matrix: { a: "edit", b: "edit" },
    actions,
    tasks: [],
    history: [],
  }) as unknown as OrderPage;
const atStep = page([
  { verb: "approve", task: "t" },
  { verb: "save", task: "t" },
]);

let calls: { path: string; values: unknown }[] = [];
let answers: (Response | Error)[] = [];
const saved = () => new Response(JSON.stringify(atStep), { status: 200 });
const refused = (field: string) =>
  new Response(JSON.stringify({ code: "invalid", problems: [{ place: field, code: "number", data: {} }] }), {
    status: 422,
    headers: { "content-type": "application/problem+json" },
  });

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  calls = [];
  answers = [];
  vi.stubGlobal("fetch", async (path: string, { body }: RequestInit) => {
    calls.push({ path, values: JSON.parse(String(body)).values });
    const answer = answers.shift() ?? saved();
    if (answer instanceof Error) throw answer;
    return answer;
  });
});

const later = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const worked = (order: OrderPage) => renderHook(() => useWork(order, () => undefined)).result;

it("what is filled in at a step is on the server three seconds after it was begun, while somebody types on", async () => {
  const work = worked(atStep);
  for (const word of ["x", "xy", "xyz", "xyz!"]) {
    act(() => work.current.change("a", word));
    await later(900);
  }
  expect(calls).toEqual([{ path: "/api/v1/orders/o/save", values: { a: "xyz!" } }]);
  expect(work.current.keeping.is).toBe("saved");
  expect(work.current.wire()).toEqual({});
});

it("what the server does not take stays here, is not asked for again, and keeps nothing else from being saved", async () => {
  const work = worked(atStep);
  act(() => work.current.change("a", "half"));
  act(() => work.current.change("b", "whole"));
  answers = [refused("a")];
  await later(3_000);
  expect(calls.map(({ values }) => values)).toEqual([{ a: "half", b: "whole" }, { b: "whole" }]);
  expect(work.current.wire()).toEqual({ a: "half" });
  await later(60_000);
  expect(calls).toHaveLength(2);
});

it("without a network it is kept here and tried again", async () => {
  const work = worked(atStep);
  act(() => work.current.change("a", "x"));
  answers = [new TypeError("network")];
  await later(3_000);
  expect([work.current.keeping.is, readPreference(workPlace("o"), null)]).toEqual(["local", { a: "x" }]);
  await later(5_000);
  expect([work.current.keeping.is, calls.length]).toEqual(["saved", 2]);
});

it("what is refused altogether is asked for once", async () => {
  const work = worked(atStep);
  act(() => work.current.change("a", "x"));
  answers = [new Response("{}", { status: 409, headers: { "content-type": "application/problem+json" } })];
  await later(60_000);
  expect([calls.length, work.current.wire()]).toEqual([1, { a: "x" }]);
});

it("nothing of somebody who only looks on is saved", async () => {
  const work = worked(page([{ verb: "edit" }]));
  act(() => work.current.change("a", "x"));
  await later(60_000);
  expect([calls, work.current.wire()]).toEqual([[], { a: "x" }]);
});
