import { afterEach, expect, it, vi } from "vitest";
import { copyText } from "./copy_text";
import { toast } from "./toast";

const words = { done: "copied", byHand: "selected" };
const shown = document.body.appendChild(document.createElement("code"));
shown.textContent = "tiger-9";

const clipboardIs = (clipboard: unknown) => vi.stubGlobal("navigator", { ...navigator, clipboard });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  getSelection()?.removeAllRanges();
});

it("copies, and leaves the page as it is", async () => {
  const writeText = vi.fn().mockResolvedValue(undefined);
  clipboardIs({ writeText });
  const said = vi.spyOn(toast, "success");
  await copyText("tiger-9", shown, words);
  expect(writeText).toHaveBeenCalledWith("tiger-9");
  expect(said).toHaveBeenCalledWith("copied");
  expect(getSelection()?.toString()).toBe("");
});

it.each([
  ["there is no clipboard", undefined],
  ["the browser refuses", { writeText: () => Promise.reject(new DOMException("", "NotAllowedError")) }],
])("selects what is shown and says so where %s", async (_why, clipboard) => {
  clipboardIs(clipboard);
  const said = vi.spyOn(toast, "info");
  await copyText("tiger-9", shown, words);
  expect(getSelection()?.toString()).toBe("tiger-9");
  expect(said).toHaveBeenCalledWith("selected");
});
