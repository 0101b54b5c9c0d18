import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, renderHook, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TaskItem } from "@/api/inbox";
import { queryClient } from "@/api/query_client";
import { useInboxKeys } from "./inbox_keys";
import { TaskList, type TaskListProps } from "./TaskList";

const press = (key: string) => fireEvent.keyDown(document.body, { key });
const never = () => undefined;

describe("the keys of decisions", () => {
  const decide = vi.fn();
  const keys = (rest: Partial<Parameters<typeof useInboxKeys>[0]>) => {
    decide.mockClear();
    const moves = { at: "o1/t1", picked: 0, move: never, show: never, decide, tick: never, clear: never, ...rest };
    const { unmount } = renderHook(() => useInboxKeys(moves));
    for (const key of ["a", "r", "t", "c"]) press(key);
    unmount();
    return decide.mock.calls;
  };

  it("act on the marked row", () => {
    expect(keys({})).toEqual(["approve", "reject", "transfer", "comment"].map((act) => ["o1/t1", act]));
  });

  it("mean nothing without one, where nothing is to be decided, and over several rows", () => {
    expect([keys({ at: null }), keys({ decide: null }), keys({ picked: 2 })].flat()).toEqual([]);
  });
});

describe("the focus", () => {
  beforeEach(() => void vi.stubGlobal("fetch", () => new Promise(never)));
  afterEach(() => void vi.unstubAllGlobals());

  const items = ["a", "b"].map(
    (name) =>
      ({ order: name, task: "t", title: name, form_name: "f", summary: [], opened_at: 1 }) as unknown as TaskItem,
  );
  const list = (rest: Partial<TaskListProps>) => (
    <QueryClientProvider client={queryClient}>
      <button type="button" aria-label="elsewhere" />
      <TaskList
        items={items}
        at={null}
        moves={0}
        openOrder={undefined}
        ticked={new Set()}
        canTick
        waiting={0}
        scroll={{ current: 0 }}
        onWaiting={never}
        onNear={never}
        onOpen={never}
        onTick={never}
        onDecide={never}
        onPull={never}
        onEnd={undefined}
        {...rest}
      />
    </QueryClientProvider>
  );
  const row = (name: string) => document.querySelector(`[data-key="${name}/t"] button`);

  it("is on the marked row after every key, wherever it was", () => {
    const { rerender } = render(list({}));
    screen.getByLabelText("elsewhere").focus();
    rerender(list({ at: "b/t", moves: 1 }));
    expect(row("b")).toHaveFocus();
    screen.getAllByRole("checkbox")[0]?.focus();
    rerender(list({ at: "b/t", moves: 2 }));
    expect(row("b")).toHaveFocus();
  });

  it("is not taken from elsewhere when a row is marked without a key", () => {
    const { rerender } = render(list({}));
    screen.getByLabelText("elsewhere").focus();
    rerender(list({ at: "b/t" }));
    expect(screen.getByLabelText("elsewhere")).toHaveFocus();
  });
});
