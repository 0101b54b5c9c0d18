import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useToasts } from "@/ui/toast";
import { fromClipboard, toClipboard } from "./clipboard";

const shut = () => Promise.reject(new DOMException("", "NotAllowedError"));
const told = () => useToasts.getState().toasts.map(({ detail }) => detail);

beforeEach(() => vi.stubGlobal("navigator", { clipboard: { writeText: shut, readText: shut } }));
afterEach(() => vi.unstubAllGlobals());

it("says how a clipboard that the browser keeps shut is opened, until there is something of this window to paste", async () => {
  expect(await fromClipboard()).toBe("");
  expect(told()).toEqual([expect.stringContaining("允许剪贴板")]);
  await toClipboard("a step");
  expect([await fromClipboard(), told().length]).toEqual(["a step", 1]);
});
