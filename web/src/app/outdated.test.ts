import { afterEach, describe, expect, it, vi } from "vitest";
import { startsOtherwise, useOutdated, watchForUpgrade } from "./outdated";

const page = (entry: string) => `<html><script type="module" src="${entry}"></script></html>`;

describe("an upgrade under an open window", () => {
  afterEach(() => useOutdated.setState({ isOutdated: false }));

  it("is told by the script that the page starts with now", () => {
    expect(startsOtherwise(page("/assets/index-b.js"), "/assets/index-a.js")).toBe(true);
    expect(startsOtherwise(page("/assets/index-a.js"), "/assets/index-a.js")).toBe(false);
    expect(startsOtherwise("a proxy's page", "/assets/index-a.js")).toBe(false);
  });

  it("is said when a file is gone, and nothing reloads by itself", () => {
    const reload = vi.spyOn(location, "reload").mockImplementation(() => undefined);
    watchForUpgrade();
    dispatchEvent(new Event("vite:preloadError", { cancelable: true }));
    expect(useOutdated.getState().isOutdated).toBe(true);
    expect(reload).not.toHaveBeenCalled();
  });
});
