import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Draft } from "@/api/drafts";
import type { FlowDefinition } from "@/model/flow";
import type { Problem } from "@/model/problem";
import { useFlowSession } from "./draft_session";

const flow = (name: string): FlowDefinition => ({
  nodes: [{ id: "start", name, x: 0, y: 0, step: { kind: "start" } }],
  edges: [],
});

const draft: Draft<FlowDefinition> = {
  form: { id: "f", app: "a", name: "Form", form_version: 1, flow_version: 0 },
  rev: 3,
  definition: flow("Start"),
  problems: [],
  live: null,
};

const problem: Problem = { place: "edges.e1", code: "flow_cross_branch", severity: "error", data: {} };

/** A server that keeps one draft and refuses stale saves. */
function server(state: { rev: number; definition: FlowDefinition; refuses: boolean }) {
  const calls: string[] = [];
  const answer = (status: number, body: unknown) =>
    new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
  const fake = async (url: string, init: RequestInit) => {
    calls.push(`${init.method} ${url.replace("/api/v1/forms/f/flow", "")}`);
    if (init.method === "GET") return answer(200, { ...draft, ...state, problems: [] });
    const body = JSON.parse(String(init.body)) as { definition?: FlowDefinition };
    if (init.method === "PUT") {
      if (new Headers(init.headers).get("If-Match") !== `"${state.rev}"`) {
        return answer(409, { code: "stale_revision", title: "", detail: "", data: { by: "u2", at: 7 } });
      }
      state.rev += 1;
      state.definition = body.definition ?? state.definition;
      return answer(200, { rev: state.rev, problems: [] });
    }
    return state.refuses ? answer(422, { code: "invalid", problems: [problem] }) : answer(200, { version: 1 });
  };
  vi.stubGlobal("fetch", vi.fn(fake));
  return calls;
}

function rename(session: ReturnType<typeof useFlowSession>, name: string): void {
  const [node] = session.store.getState().history.doc.nodes;
  if (!node) return;
  const changes = [{ kind: "put_node" as const, node: { ...node, name }, at: 0 }];
  session.store.getState().dispatch({ changes, name: { key: "rename" } });
}

describe("a flow's draft", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("is saved before it is published", async () => {
    const calls = server({ rev: 3, definition: draft.definition, refuses: false });
    const { result } = renderHook(() => useFlowSession(draft));
    act(() => rename(result.current, "Report"));
    const published = await act(() => result.current.publish("first"));
    expect([published, calls]).toEqual([1, ["PUT /draft", "POST /publish"]]);
  });

  it("is not called wrong for what was mended a moment ago", async () => {
    const calls = server({ rev: 3, definition: draft.definition, refuses: false });
    const { result } = renderHook(() => useFlowSession({ ...draft, problems: [problem] }));
    act(() => rename(result.current, "Report"));
    expect(await act(() => result.current.findWrong())).toEqual([]);
    expect(calls).toEqual(["PUT /draft"]);
  });

  it("that is refused says what is wrong, and stays a draft", async () => {
    server({ rev: 3, definition: draft.definition, refuses: true });
    const { result } = renderHook(() => useFlowSession(draft));
    expect(await act(() => result.current.publish(""))).toEqual([problem]);
    expect(result.current.problems).toEqual([problem]);
  });

  it("is not published while somebody else's drawing is in the way", async () => {
    const calls = server({ rev: 9, definition: flow("Theirs"), refuses: false });
    const { result } = renderHook(() => useFlowSession(draft));
    act(() => rename(result.current, "Mine"));
    expect(await act(() => result.current.publish("first"))).toEqual([]);
    expect(calls).toEqual(["PUT /draft", "GET /draft"]);
    expect(result.current.saving).toMatchObject({ is: "conflict", rival: { by: "u2", at: 7 } });
  });
});
