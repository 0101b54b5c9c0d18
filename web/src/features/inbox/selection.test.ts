import { describe, expect, it } from "vitest";
import type { TaskItem } from "@/api/inbox";
import { extend, isAlike, keepOnly, NOTHING, neighbour, partByArrival, rowKey, toggle, unsigned } from "./selection";

const item = (task: string, rest: Partial<TaskItem> = {}): TaskItem => ({
  order: `o-${task}`,
  task,
  form: "repair",
  form_name: "报修",
  app: "app",
  title: task,
  node_name: "审批",
  initiator: "u1",
  state: "running",
  opened_at: 1,
  overdue: false,
  claimable: false,
  approval: "plain",
  summary: [],
  ...rest,
});

const ORDER = ["a", "b", "c", "d"];

describe("ticked rows", () => {
  it("tells two orders apart whose tasks have the same name", () => {
    const keys = ["a", "b"].map((order) => rowKey({ order, task: "w2" }));
    expect(new Set(keys).size).toBe(2);
  });

  it("a second tick takes the first back", () => {
    expect([...toggle(toggle(NOTHING, "a"), "a").keys]).toEqual([]);
  });

  it("Shift ticks everything in between, upwards too", () => {
    expect([...extend(toggle(NOTHING, "c"), "a", ORDER).keys].sort()).toEqual(["a", "b", "c"]);
    expect([...extend(NOTHING, "b", ORDER).keys]).toEqual(["b"]);
  });

  it("rows that left the list are forgotten", () => {
    const both = toggle(toggle(NOTHING, "a"), "z");
    expect([...keepOnly(both, ORDER).keys]).toEqual(["a"]);
  });

  it("a batch is of one form and one step, and of decisions alone", () => {
    expect(isAlike([item("a"), item("b")])).toBe(true);
    expect(isAlike([item("a"), item("b", { form: "leave" })])).toBe(false);
    expect(isAlike([item("a"), item("b", { node_name: "复核" })])).toBe(false);
    expect(isAlike([item("a", { approval: null })])).toBe(false);
  });
});

describe("a batch", () => {
  it("leaves out what has to be signed one by one", () => {
    const signed = item("b", { approval: "signed" });
    expect(unsigned([item("a"), signed]).map(({ task }) => task)).toEqual(["a"]);
  });
});

describe("arrivals", () => {
  it("wait behind the pill", () => {
    const { shown, waiting } = partByArrival([item("new", { opened_at: 9 }), item("old")], 5);
    expect([shown.map(({ task }) => task), waiting]).toEqual([["old"], 1]);
  });

  it("the follower opens next, at the end the one before", () => {
    expect(neighbour(ORDER, "b")).toBe("c");
    expect(neighbour(ORDER, "d")).toBe("c");
    expect(neighbour(["a"], "a")).toBeNull();
  });
});
