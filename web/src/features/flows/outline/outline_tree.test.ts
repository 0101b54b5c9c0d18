import { describe, expect, it } from "vitest";
import type { FlowDefinition, NodeKind } from "@/model/flow";
import { type Listed, outlineOf } from "./outline_tree";

const flowOf = (kinds: Record<string, NodeKind>, ways: readonly string[]): FlowDefinition => ({
  nodes: Object.entries(kinds).map(([id, kind]) => ({ id, name: id, x: 0, y: 0, step: { kind } }) as never),
  edges: ways.map((way, at) => {
    const [from = "", to = ""] = way.split(">");
    return { id: `e${at + 1}`, from, to, port: "out" };
  }),
});

const told = (listed: readonly Listed[]): string =>
  listed
    .map((one) => {
      if (one.kind === "phase") return `(${one.phase.id})`;
      if (one.kind === "note") return `"${one.note.id}"`;
      const branches = one.branches.map((branch) => `[${told(branch.listed) || branch.edge.id}]`);
      return [one.node.id, ...branches].join(" ");
    })
    .join(" ");

describe("the outline of a flow", () => {
  it("lists the branches of a gateway below it, and goes on where they meet", () => {
    const flow = flowOf({ start: "start", if: "exclusive", a: "handle", b: "handle", c: "approve", end: "end" }, [
      "start>if",
      "if>b",
      "if>a",
      "if>c",
      "a>c",
      "b>c",
      "c>end",
    ]);
    expect(told(outlineOf(flow))).toBe("start if [b] [a] [e4] c end");
  });

  it("lists what leaves a step aside of the main way right behind it, and each step once though lines lead back", () => {
    const flow = flowOf({ lost: "cc", start: "start", a: "approve", again: "handle", b: "handle", end: "end" }, [
      "start>a",
      "a>b",
      "a>again",
      "again>a",
      "b>end",
    ]);
    expect(told(outlineOf(flow))).toBe("start a again b end lost");
  });

  it("names a phase before the first of its steps, a note behind its step, and a free note last", () => {
    const plain = flowOf({ start: "start", a: "handle", b: "handle", end: "end" }, ["start>a", "a>b", "b>end"]);
    const note = { text: "", color: "yellow", x: 0, y: 0, width: 80, height: 80 } as const;
    const flow: FlowDefinition = {
      ...plain,
      notes: [
        { ...note, id: "free" },
        { ...note, id: "stuck", step: "a" },
      ],
      phases: [{ id: "p", name: "", color: "teal", steps: ["b", "a"] }],
    };
    expect(told(outlineOf(flow))).toBe('start (p) a "stuck" b end "free"');
  });
});
