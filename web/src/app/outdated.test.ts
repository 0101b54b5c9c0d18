import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isLostPart, recover, startsOtherwise, useOutdated, watchForUpgrade } from "./outdated";

const page = (entry: string) => `<html><script type="module" src="${entry}"></script></html>`;

const reload = vi.spyOn(location, "reload").mockImplementation(() => undefined);

/** A file that could not be had, as the bundler's loader tells it. */
function lose(): Error {
  const payload = new TypeError("Failed to fetch dynamically imported module");
  dispatchEvent(Object.assign(new Event("vite:preloadError", { cancelable: true }), { payload }));
  return payload;
}

watchForUpgrade();

describe("an upgrade under an open window", () => {
  beforeEach(() => {
    vi.stubGlobal("fetch", async () => new Response(page("/assets/index-b.js")));
    const script = document.createElement("script");
    script.type = "module";
    script.setAttribute("src", "/assets/index-a.js");
    vi.spyOn(document, "querySelector").mockReturnValue(script);
  });

  afterEach(() => {
    useOutdated.setState({ isOutdated: false });
    sessionStorage.clear();
    reload.mockClear();
    vi.unstubAllGlobals();
    vi.mocked(document.querySelector).mockRestore();
  });

  it("is told by the script that the page starts with now", () => {
    expect(startsOtherwise(page("/assets/index-b.js"), "/assets/index-a.js")).toBe(true);
    expect(startsOtherwise(page("/assets/index-a.js"), "/assets/index-a.js")).toBe(false);
    expect(startsOtherwise("a proxy's page", "/assets/index-a.js")).toBe(false);
  });

  it("is said when a file is gone, and nothing reloads by itself", async () => {
    const error = lose();
    await vi.waitFor(() => expect(useOutdated.getState().isOutdated).toBe(true));
    expect([isLostPart(error), reload.mock.calls.length]).toEqual([true, 0]);
  });

  it("is not said when the network is away", async () => {
    vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("network")));
    expect(await recover(lose())).toBe("unreachable");
    expect([useOutdated.getState().isOutdated, reload.mock.calls.length]).toEqual([false, 0]);
  });

  it("reloads a page that cannot be drawn, once for each release", async () => {
    const gone = new Error("a page could not be loaded", { cause: lose() });
    expect([isLostPart(gone), isLostPart(new Error("of another kind"))]).toEqual([true, false]);
    expect([await recover(gone), await recover(gone), reload.mock.calls.length]).toEqual(["reloads", "ask", 1]);
  });

  it("asks before it reloads over what was not saved when the file was missed", async () => {
    const stay = (event: Event) => event.preventDefault();
    addEventListener("beforeunload", stay);
    const error = lose();
    removeEventListener("beforeunload", stay);
    expect([await recover(error), reload.mock.calls.length]).toEqual(["ask", 0]);
  });
});
