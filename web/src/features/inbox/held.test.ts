import { beforeEach, expect, it, vi } from "vitest";
import { useToasts } from "@/ui/toast";
import { hold, useHeld } from "./held";

const run = vi.fn(() => Promise.resolve());
const takenBack = vi.fn();
const held = () => [...useHeld.getState().keys];

beforeEach(() => {
  useToasts.setState({ toasts: [] });
  useHeld.setState({ keys: new Set() });
  vi.clearAllMocks();
});

const shown = () => {
  const [toast] = useToasts.getState().toasts;
  if (!toast) throw new Error("no toast");
  return toast;
};

it("what is decided together leaves the list, and comes back when it is taken back", () => {
  hold(["a/1", "b/1"], "同意 2 条", run, takenBack);
  expect(held()).toEqual(["a/1", "b/1"]);
  shown().undo?.();
  useToasts.getState().dismiss(shown().id);
  expect([held(), run.mock.calls.length, takenBack.mock.calls.length]).toEqual([[], 0, 1]);
});

it("goes once the time is over, and its rows stay away until it is done", async () => {
  hold(["a/1"], "同意 1 条", run, takenBack);
  useToasts.getState().dismiss(shown().id);
  expect([held(), run.mock.calls.length]).toEqual([["a/1"], 1]);
  await vi.waitFor(() => expect(held()).toEqual([]));
  expect(takenBack).not.toHaveBeenCalled();
});

it("does not wait on a page that nobody sees any more", () => {
  hold(["a/1"], "同意 1 条", run, takenBack);
  const seen = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
  document.dispatchEvent(new Event("visibilitychange"));
  seen.mockRestore();
  expect(run).toHaveBeenCalledTimes(1);
});

it("other messages do not cut its time short", () => {
  hold(["a/1"], "同意 1 条", run, takenBack);
  for (let n = 0; n < 4; n += 1) useToasts.getState().push({ tone: "info", text: `${n}`, shown_ms: 1 });
  expect(run).not.toHaveBeenCalled();
  expect(useToasts.getState().toasts.map(({ text }) => text)).toEqual(["同意 1 条", "1", "2", "3"]);
});
