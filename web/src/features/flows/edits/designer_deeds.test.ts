import { renderHook } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { applyFlow, type FlowChange } from "@/model/edit/flow";
import type { FlowDefinition } from "@/model/flow";
import { createDesigner } from "@/ui/designer/session";
import { useToasts } from "@/ui/toast";
import { useDeeds } from "./designer_deeds";

const flow: FlowDefinition = {
  nodes: [
    { id: "start", name: "", x: 0, y: 0, step: { kind: "start" } },
    { id: "work", name: "维修", x: 0, y: 148, step: { kind: "handle", mode: "single" } },
    { id: "end", name: "", x: 0, y: 296, step: { kind: "end" } },
  ],
  edges: [
    { id: "e1", from: "start", to: "work", port: "out" },
    { id: "e2", from: "work", to: "end", port: "out" },
  ],
  notes: [{ id: "note", text: "先问财务\n再说", color: "yellow", x: 300, y: 0, width: 176, height: 104 }],
};

function desk() {
  const store = createDesigner<FlowDefinition, FlowChange>(flow, applyFlow);
  const { result } = renderHook(() => useDeeds(store));
  return { store, deeds: result.current, doc: () => store.getState().history.doc };
}

const toasts = () => useToasts.getState().toasts;
afterEach(() => useToasts.setState({ toasts: [] }));

it("what is deleted is told with its way back for eight seconds, and coming back is one press", () => {
  const { deeds, doc } = desk();
  deeds.remove({ nodes: ["work"] });
  expect(toasts()).toMatchObject([{ text: "已删除“维修”", shown_ms: 8_000 }]);
  toasts()[0]?.undo?.();
  expect(doc()).toEqual(flow);
  deeds.remove({ notes: ["note"] }, "cut");
  expect(toasts().at(-1)?.text).toBe("已剪切“先问财务”");
  deeds.remove({ nodes: ["work", "end", "start"], edges: ["e1"] });
  expect(toasts().at(-1)?.text).toBe("已删除 3 项");
});

it("the way back means its own step: with the next one it is gone", () => {
  const { deeds, doc } = desk();
  deeds.remove({ edges: ["e1"] });
  expect(toasts()).toMatchObject([{ text: "已删除“连线”" }]);
  deeds.move({ work: { x: 8, y: 148 } });
  expect(toasts()).toEqual([]);
  expect(doc().edges).toHaveLength(1);
});

it("nothing is told where nothing went", () => {
  const { deeds } = desk();
  deeds.remove({ nodes: ["start"] });
  const [, work] = flow.nodes;
  if (work) deeds.replaceKind({ ...work, step: { kind: "handle" } }, "approve");
  expect(toasts()).toEqual([]);
});

it("what another kind took away is told with its way back", () => {
  const { deeds, doc } = desk();
  const [, work] = flow.nodes;
  if (work) deeds.replaceKind(work, "approve");
  expect(toasts()).toMatchObject([{ text: "“维修”已改为审批，去掉了：多人时" }]);
  toasts()[0]?.undo?.();
  expect(doc()).toEqual(flow);
});
