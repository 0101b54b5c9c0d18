import { describe, expect, it } from "vitest";
import type { Visit } from "@/model/order";
import { CARD, frameOf, linePath, linesOf, standOf } from "./flow_geometry";

const visit = (node: string, state: string, entered_at: number): Visit => ({ node, state, entered_at, people: [] });

describe("the flow picture", () => {
  it("holds every card", () => {
    const frame = frameOf([
      { x: 0, y: 0 },
      { x: 100, y: 300 },
    ]);
    expect(frame).toEqual({ x: -24, y: -24, width: 100 + CARD.width + 48, height: 300 + CARD.height + 48 });
  });

  it("leaves downwards to what is below and sideways to what is beside", () => {
    expect(linePath({ x: 0, y: 0 }, { x: 0, y: 200 })).toMatch(/^M92 68C/);
    expect(linePath({ x: 0, y: 0 }, { x: 300, y: 0 })).toMatch(/^M184 34C/);
    expect(linePath({ x: 300, y: 0 }, { x: 0, y: 0 })).toMatch(/^M300 34C/);
  });

  it("says of a node what its latest stay says, an open one first", () => {
    const visits = [visit("a", "done", 1), visit("a", "rolled_back", 2), visit("b", "done", 3), visit("b", "open", 1)];
    expect(standOf("a", visits)).toMatchObject({ stand: "undone", times: 2 });
    expect(standOf("b", visits).stand).toBe("now");
    expect(standOf("c", visits).stand).toBe("ahead");
  });

  it("draws no line into nothing", () => {
    const node = { id: "a", name: "", x: 0, y: 0, step: { kind: "start" as const } };
    const flow = { nodes: [node], edges: [{ id: "e", from: "a", to: "gone", port: "out" as const }] };
    expect(linesOf(flow)).toEqual([]);
  });
});
