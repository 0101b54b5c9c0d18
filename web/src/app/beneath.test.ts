import { createBrowserHistory } from "@tanstack/react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { layInboxBeneath } from "./beneath";

const replaced = vi.spyOn(history, "replaceState");
const pushed = vi.spyOn(history, "pushState");

function openedWith(path: string, state: unknown = null) {
  history.replaceState(state, "", path);
  replaced.mockClear();
  pushed.mockClear();
}

beforeEach(() => openedWith("/"));

it("an order that a phone opens by its link has the inbox beneath it, and the router takes both as its own", () => {
  openedWith("/orders/o1?x=1");
  layInboxBeneath(true);
  expect(replaced.mock.calls.map(([, , path]) => path)).toEqual(["/inbox"]);
  expect(pushed).toHaveBeenCalledOnce();
  expect([location.pathname, location.search]).toEqual(["/orders/o1", "?x=1"]);
  const router = createBrowserHistory();
  expect([router.location.pathname, router.canGoBack()]).toEqual(["/orders/o1", true]);
  router.destroy();
});

it("nothing is laid under another page, under one that was come to, nor on a desktop", () => {
  for (const [path, state, isPhone] of [
    ["/inbox", null, true],
    ["/orders/o1/print", null, true],
    ["/orders/o1", { __TSR_index: 3 }, true],
    ["/orders/o1", null, false],
  ] as const) {
    openedWith(path, state);
    layInboxBeneath(isPhone);
    expect([path, replaced.mock.calls.length + pushed.mock.calls.length]).toEqual([path, 0]);
  }
});
