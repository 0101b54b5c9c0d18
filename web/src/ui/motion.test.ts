import { afterEach, expect, it, vi } from "vitest";
import { bringIntoView, calmly } from "./motion";

afterEach(() => vi.unstubAllGlobals());

it.each([
  [true, 0, "auto"],
  [false, 200, "smooth"],
])("moves at once for whoever asked for less of it: %s", (matches, ms, behavior) => {
  vi.stubGlobal("matchMedia", () => ({ matches }));
  const scrollIntoView = vi.fn();
  bringIntoView({ scrollIntoView } as unknown as Element, "start");
  expect([calmly(200), scrollIntoView.mock.calls]).toEqual([ms, [[{ block: "start", behavior }]]]);
});
