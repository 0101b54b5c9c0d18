import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useSettled } from "./settle";

describe("a text that is typed", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function typed() {
    const told: string[] = [];
    const hook = renderHook(() => useSettled("", (text) => void told.push(text)));
    return { told, ...hook, set: (text: string, hold?: "hold") => act(() => hook.result.current.set(text, hold)) };
  }

  it("shows at once and tells once, after a pause", () => {
    const { told, result, set } = typed();
    set("a");
    set("ab");
    expect([result.current.value, told]).toEqual(["ab", []]);
    act(() => void vi.runAllTimers());
    expect(told).toEqual(["ab"]);
  });

  it("is not told while a character is composed", () => {
    const { told, set } = typed();
    set("z", "hold");
    act(() => void vi.runAllTimers());
    expect(told).toEqual([]);
    set("张");
    act(() => void vi.runAllTimers());
    expect(told).toEqual(["张"]);
  });

  it("is not lost when its place goes away", () => {
    const { told, set, unmount } = typed();
    set("last");
    unmount();
    expect(told).toEqual(["last"]);
  });
});
