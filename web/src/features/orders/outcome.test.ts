import { QueryClientProvider } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import { createElement, type ReactNode } from "react";
import { describe, expect, it } from "vitest";
import { directoryQuery } from "@/api/directory";
import { queryClient } from "@/api/query_client";
import { sessionQuery } from "@/api/session";
import type { HistoryEntry, OrderPage } from "@/model/order";
import { fasterColleague, useFaster } from "./outcome";

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
  });
});
