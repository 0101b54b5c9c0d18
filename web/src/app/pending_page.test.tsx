import { readFileSync } from "node:fs";
import { render } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { PendingPage } from "./PendingPage";

it("every page of the house has a shape while its code is on its way", () => {
  const routes = readFileSync("src/app/router.ts", "utf8").split("createRoute({").slice(1);
  const bare = routes.filter(
    (route) => route.includes("=> shell") || route.includes("=> app") || route.includes("=> admin"),
  );
  const shapeless = bare.filter((route) => route.includes("component: lazy") && !route.includes("pendingComponent"));
  expect(bare.length).toBeGreaterThan(15);
  expect(shapeless).toEqual([]);
});

it("the skeleton of the content follows at once, and only there", () => {
  vi.useFakeTimers();
  const { dataset } = document.documentElement;
  const { unmount } = render(<PendingPage shape="panes" />);
  expect(dataset.waited).toBe("");
  unmount();
  expect(dataset.waited).toBe("");
  vi.runAllTimers();
  expect(dataset.waited).toBeUndefined();
});
