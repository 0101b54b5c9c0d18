import { renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Apply } from "@/model/edit/history";
import { createDesigner, type SaveOutcome, useAutosave } from "./session";

type Doc = readonly string[];
type Change = { add: string } | { remove: true };

const apply: Apply<Doc, Change> = (doc, change) =>
  "add" in change
    ? { doc: [...doc, change.add], inverse: { remove: true } }
    : { doc: doc.slice(0, -1), inverse: { add: doc.at(-1) ?? "" } };

const add = (text: string) => ({ changes: [{ add: text }], name: { key: "add" } });

function open(outcomes: SaveOutcome[]) {
  const store = createDesigner<Doc, Change>([], apply);
  const write = vi.fn(async (_: Doc) => outcomes.shift() ?? "saved");
  const hook = renderHook(() => useAutosave(store, write));
  return { store, write, hook };
}

describe("a designer's session", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("saves once, a moment after the last change", async () => {
    const { store, write } = open([]);
    store.getState().dispatch(add("a"));
    await vi.advanceTimersByTimeAsync(1_000);
    store.getState().dispatch(add("b"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(write.mock.calls).toEqual([[["a", "b"]]]);
    expect(store.getState().save).toBe("saved");
  });

  it("never has two saves on their way", async () => {
    const store = createDesigner<Doc, Change>([], apply);
    const done: (() => void)[] = [];
    const write = vi.fn((_: Doc) => new Promise<SaveOutcome>((resolve) => done.push(() => resolve("saved"))));
    renderHook(() => useAutosave(store, write));
    store.getState().dispatch(add("a"));
    await vi.advanceTimersByTimeAsync(2_000);
    store.getState().dispatch(add("b"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(write).toHaveBeenCalledOnce();
    done[0]?.();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(write.mock.lastCall).toEqual([["a", "b"]]);
  });

  it("tries again after the network was gone", async () => {
    const { store, write } = open(["offline"]);
    store.getState().dispatch(add("a"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(store.getState().save).toBe("offline");
    await vi.advanceTimersByTimeAsync(6_000);
    expect([write.mock.calls.length, store.getState().save]).toEqual([2, "saved"]);
  });

  it("never writes over somebody else's change", async () => {
    const { store, write } = open(["conflict"]);
    store.getState().dispatch(add("a"));
    await vi.advanceTimersByTimeAsync(20_000);
    expect([write.mock.calls.length, store.getState().save]).toEqual([1, "conflict"]);
  });

  it("saves what is left when the page closes", () => {
    const { store, write, hook } = open([]);
    store.getState().dispatch(add("a"));
    hook.unmount();
    expect(write).toHaveBeenCalledWith(["a"]);
  });

  it("keeps on the device what the server does not have, and forgets it afterwards", async () => {
    const store = createDesigner<Doc, Change>([], apply);
    const keeper = { keep: vi.fn(), drop: vi.fn() };
    const outcomes: SaveOutcome[] = ["offline"];
    renderHook(() => useAutosave(store, async () => outcomes.shift() ?? "saved", keeper));
    store.getState().dispatch(add("a"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect([keeper.keep.mock.lastCall, keeper.drop.mock.calls.length]).toEqual([[["a"]], 0]);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(keeper.drop).toHaveBeenCalled();
    store.getState().dispatch(add("b"));
    dispatchEvent(new Event("pagehide"));
    expect(keeper.keep.mock.lastCall).toEqual([["a", "b"]]);
  });

  it("saves by itself what this device had kept", async () => {
    const store = createDesigner<Doc, Change>(["kept"], apply, "dirty");
    const write = vi.fn(async (_: Doc): Promise<SaveOutcome> => "saved");
    renderHook(() => useAutosave(store, write));
    await vi.advanceTimersByTimeAsync(2_000);
    expect([write.mock.calls, store.getState().save]).toEqual([[[["kept"]]], "saved"]);
  });

  it("undoes and redoes with the selection", () => {
    const { store } = open([]);
    store.getState().dispatch({ ...add("a"), selection: ["a"] });
    store.getState().undo();
    expect(store.getState().history).toMatchObject({ doc: [], selection: [] });
    store.getState().redo();
    expect(store.getState().history).toMatchObject({ doc: ["a"], selection: ["a"] });
  });
});
