import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { appsQuery } from "@/api/apps";
import { flowVersionsQuery, versionQuery } from "@/api/drafts";
import type { FlowDefinition } from "@/model/flow";
import type { OrderPage } from "@/model/order";
import type { Action } from "@/model/party";
import { usePaper } from "@/ui/paper";
import { notesOn, useFlowNotes, versionOf } from "./flow_notes";

const shown: FlowDefinition = {
  nodes: [{ id: "start", name: "报修", x: 0, y: 0, step: { kind: "start" } }],
  edges: [],
};
const note = { id: "n", text: "先问财务", color: "yellow", x: 240, y: 0, width: 176, height: 104 } as const;
const kept = { ...shown, notes: [note] };

const versions = [
  { version: 1, at: 100 },
  { version: 3, at: 300 },
  { version: 2, at: 200 },
];
const moved = (at: number, to: number) => ({ at, kind: "migrated", data: { versions: [1, to] as [number, number] } });

it("an order goes by the newest version of when it was handed in, or by the one it was taken over to last", () => {
  const history: OrderPage["history"] = [];
  expect(versionOf({ history, submitted_at: 250 }, versions)).toBe(2);
  expect(versionOf({ history, submitted_at: 300 }, versions)).toBe(3);
  expect(versionOf({ history, submitted_at: null }, versions)).toBe(3);
  expect(versionOf({ history, submitted_at: 50 }, versions)).toBeUndefined();
  expect(versionOf({ history: [moved(500, 3), moved(400, 2)], submitted_at: 100 }, versions)).toBe(3);
});

it("notes of another drawing are not shown on this one", () => {
  expect(notesOn(shown, kept)).toEqual([note]);
  const [start] = shown.nodes;
  expect(notesOn({ ...shown, nodes: start ? [{ ...start, y: 4 }] : [] }, kept)).toEqual([]);
});

const order = { form: "f", history: [], submitted_at: 200, flow: { definition: shown } } as unknown as OrderPage;

function notesFor(...actions: Action[]) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(appsQuery.queryKey, [{ forms: [{ id: "f", actions }] }] as never);
  client.setQueryData(flowVersionsQuery("f").queryKey, versions as never);
  client.setQueryData(versionQuery("flow", "f", 2).queryKey, { definition: kept } as never);
  const { result } = renderHook(() => useFlowNotes(order), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
  return result.current;
}

it("only whoever may design the form sees them, and no paper does", () => {
  expect(notesFor("view", "design")).toEqual([note]);
  expect(notesFor("view", "manage")).toEqual([]);
  usePaper.setState({ isPrinting: true });
  expect(notesFor("design")).toEqual([]);
  usePaper.setState({ isPrinting: false });
});
