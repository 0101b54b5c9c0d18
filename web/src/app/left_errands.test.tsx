import { fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { type Errand, openBook, put, useErrands } from "@/ui/errand_book";
import { LeftErrands } from "./LeftErrands";

const errand: Errand = {
  key: "k1",
  user: "me",
  order: "o1",
  task: "t1",
  path: "/orders/o1/approve",
  body: {},
  what: "同意",
  title: "泵",
  decided_at: 0,
  state: "left",
  keeps: [],
};

beforeEach(() => {
  localStorage.clear();
  openBook("me");
});

it("asks for each decision that never went, and does what is said", async () => {
  const sent = vi.fn(async () => new Response("{}"));
  vi.stubGlobal("fetch", sent);
  put(errand);
  put({ ...errand, key: "k2", title: "阀" });
  put({ ...errand, key: "k3", title: "轴", state: "waiting" });
  render(<LeftErrands />);
  const [first] = screen.getAllByText(/^还没有发出的决定：同意 · (泵|阀)/);
  expect(first).toBeInTheDocument();
  expect(screen.queryByText(/轴/)).toBeNull();
  fireEvent.click(screen.getAllByRole("button", { name: /^丢/ })[0] as HTMLElement);
  expect(screen.queryByText(/泵/)).toBeNull();
  expect(sent).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("button", { name: /^发/ }));
  await vi.waitFor(() => expect(useErrands.getState().errands.map(({ key }) => key)).toEqual(["k3"]));
  expect(sent).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});
