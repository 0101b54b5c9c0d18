import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { concerns, spaced } from "./refresh";

describe("spaced", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("answers the first event at once and a hundred more once per gap", () => {
    const action = vi.fn();
    const { run } = spaced(action, 2_000);
    run();
    vi.advanceTimersByTime(0);
    expect(action).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 100; i++) {
      run();
      vi.advanceTimersByTime(50);
    }
    expect(action).toHaveBeenCalledTimes(3);
  });

  it("loses nothing: the last event is answered", () => {
    const action = vi.fn();
    const { run } = spaced(action, 2_000);
    run();
    vi.advanceTimersByTime(100);
    run();
    vi.advanceTimersByTime(1_800);
    expect(action).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100);
    expect(action).toHaveBeenCalledTimes(2);
  });

  it("does nothing after it was stopped", () => {
    const action = vi.fn();
    const { run, stop } = spaced(action, 2_000);
    run();
    stop();
    vi.advanceTimersByTime(10_000);
    expect(action).not.toHaveBeenCalled();
  });
});

describe("concerns", () => {
  it("hears boards and the board's own forms", () => {
    const forms = new Set(["f1"]);
    expect([
      concerns(["form:f1"], forms),
      concerns(["inbox", "board"], forms),
      concerns(["form:f2", "order:f1"], forms),
    ]).toEqual([true, true, false]);
  });
});
