import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { createElement, type ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { directoryQuery } from "@/api/directory";
import { queryClient } from "@/api/query_client";
import { sessionQuery } from "@/api/session";
import type { HistoryEntry, OrderPage } from "@/model/order";
import { type Errand, end, openBook } from "@/ui/errand_book";
import { fasterColleague, useFaster, useOutcome } from "./outcome";

const entry = (kind: string, rest: Partial<HistoryEntry> = {}): HistoryEntry => ({ at: 1, kind, node: "n1", ...rest });
const offered = entry("offered", { data: { candidates: ["me", "li"] } });

describe("a colleague who was faster", () => {
  it("is named when the step was offered to both", () => {
    const claimed = entry("claimed", { by: "li" });
    expect(fasterColleague([entry("submitted", { by: "wang" }), offered, claimed], "me")).toBe(claimed);
  });

  it("is nobody while the step waits, when oneself decided, or when the step was others' alone", () => {
    expect(fasterColleague([offered], "me")).toBeNull();
    expect(fasterColleague([offered, entry("approved", { by: "me" })], "me")).toBeNull();
    expect(fasterColleague([offered, entry("approved", { by: "li" })], "zhou")).toBeNull();
    expect(fasterColleague([offered, entry("approved", { by: "li", node: "n2" })], "me")).toBeNull();
  });

  it("is the one who closed it, and nobody where this person had a say too", () => {
    const first = entry("approved", { by: "li" });
    const last = entry("rejected", { by: "wang" });
    expect(fasterColleague([offered, first, last], "me")).toBe(last);
    expect(fasterColleague([offered, first, entry("approved", { by: "me" })], "me")).toBeNull();
  });

  it("counts from the last time the step came", () => {
    expect(fasterColleague([offered, entry("returned", { by: "li" }), offered], "me")).toBeNull();
  });
});

describe("whoever comes too late", () => {
  const late = { history: [offered, entry("approved", { by: "li", at: 0 })], actions: [] };
  const read = (order: object) => {
    const wrapper = ({ children }: { children: ReactNode }) =>
      createElement(QueryClientProvider, { client: queryClient }, children);
    return renderHook(() => useFaster({ ...late, ...order } as unknown as OrderPage), { wrapper }).result.current;
  };

  it("reads who was faster, though the order has ended with that", () => {
    queryClient.setQueryData(sessionQuery.queryKey, { user: { id: "me" } } as never);
    queryClient.setQueryData(directoryQuery.queryKey, {
      users: [{ id: "li", name: "李雷" }],
      departments: [],
    } as never);
    expect(read({ state: "completed" })).toContain("已由 李雷 于");
    expect(read({ state: "running" })).toContain("李雷");
    expect(read({ state: "running", actions: [{ verb: "approve", task: "t2" }] })).toBeNull();
    expect(read({ state: "running", held: [{ id: "k1" }] })).toBeNull();
  });
});

describe("what was filled in with a decision", () => {
  const page = (actions: object[], held: object[] = []) => ({ id: "o1", actions, held }) as unknown as OrderPage;
  const [open, waiting, gone] = [page([{ verb: "approve", task: "t1" }]), page([], [{ id: "k1" }]), page([])];
  const watch = () => {
    const onDone = vi.fn();
    const { rerender } = renderHook((order: OrderPage) => useOutcome(order, { onDone, onRefused: vi.fn() }), {
      initialProps: open,
    });
    return { onDone, rerender };
  };
  const arrive = (answer: OrderPage) => end({ errand: { key: "k1", user: "me", order: "o1" } as Errand, answer });

  beforeEach(() => openBook("me"));

  it("stays while the decision can be taken back, and is forgotten when it went", () => {
    const { onDone, rerender } = watch();
    act(() => arrive(waiting));
    rerender(waiting);
    expect(onDone).not.toHaveBeenCalled();
    rerender(gone);
    expect(onDone).toHaveBeenCalledOnce();
  });

  it("stays for whoever took the decision back", () => {
    const { onDone, rerender } = watch();
    rerender(waiting);
    rerender(open);
    expect(onDone).not.toHaveBeenCalled();
  });

  it("is forgotten at once where nothing waits", () => {
    const { onDone } = watch();
    act(() => arrive(gone));
    expect(onDone).toHaveBeenCalledOnce();
  });
});
