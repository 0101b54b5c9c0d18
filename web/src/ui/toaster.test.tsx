import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Toaster } from "./Toaster";
import { toast, useToasts } from "./toast";

beforeEach(() => {
  vi.useFakeTimers();
  useToasts.setState({ toasts: [] });
  render(<Toaster />);
});

afterEach(() => vi.useRealTimers());

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

it("a decision goes after eight seconds, though the pointer was left on it, and says how long it can be taken back", async () => {
  const now = vi.fn();
  act(() => void toast.undo("同意 · 泵", vi.fn(), { now, shown_ms: 8_000 }));
  fireEvent.pointerEnter(screen.getByText("同意 · 泵").parentElement as HTMLElement);
  const undo = screen.getByRole("button", { name: "撤销" });
  expect(undo).toHaveTextContent("8");
  await pass(5_000);
  expect(undo).toHaveTextContent("3");
  await pass(2_900);
  expect(undo).toBeInTheDocument();
  await pass(200);
  expect(undo).not.toBeInTheDocument();
  expect(now).not.toHaveBeenCalled();
});

it("a decision goes at once when its toast is put away", () => {
  const now = vi.fn();
  act(() => void toast.undo("同意 · 泵", vi.fn(), { now, shown_ms: 8_000 }));
  fireEvent.click(screen.getByRole("button", { name: "立即提交" }));
  expect(now).toHaveBeenCalledOnce();
  expect(screen.queryByText("同意 · 泵")).toBeNull();
});

it("what only says something stays while the pointer rests on it", async () => {
  act(() => toast.info("已领取"));
  const card = screen.getByText("已领取").parentElement as HTMLElement;
  fireEvent.pointerEnter(card);
  await pass(60_000);
  expect(card).toBeInTheDocument();
  fireEvent.pointerLeave(card);
  await pass(4_000);
  expect(card).not.toBeInTheDocument();
});
