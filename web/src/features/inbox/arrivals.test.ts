import { renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import type { TaskItem } from "@/api/inbox";
import { useArrivals } from "./arrivals";

const task = (opened_at: number) => ({ opened_at }) as TaskItem;

it("lets new tasks wait beside those that are read, and come at once where others took the last one away", () => {
  const { result, rerender } = renderHook(({ items }) => useArrivals(items, "todo"), {
    initialProps: { items: [task(1)] },
  });
  const seen = () => [result.current.shown.length, result.current.waiting];
  rerender({ items: [task(2), task(1)] });
  expect(seen()).toEqual([1, 1]);
  rerender({ items: [] });
  rerender({ items: [task(3)] });
  expect(seen()).toEqual([1, 0]);
  rerender({ items: [task(4), task(3)] });
  expect(seen()).toEqual([1, 1]);
});
