import { afterEach, describe, expect, it, vi } from "vitest";
import { hold } from "./hold";

/** As browsers keep them for all windows of one origin. */
function locks() {
  const held = new Set<string>();
  return {
    request: async (name: string, _: object, callback: (lock: object | null) => Promise<void> | undefined) => {
      if (held.has(name)) return callback(null);
      held.add(name);
      await callback({ name });
      held.delete(name);
    },
  };
}

afterEach(() => vi.unstubAllGlobals());

describe.each(["with locks", "without"])("what one window holds, %s", (way) => {
  it("no other takes, until it is let go", async () => {
    vi.stubGlobal("navigator", way === "without" ? {} : { locks: locks() });
    const first = await hold("a");
    expect(first).not.toBeNull();
    expect(await hold("a")).toBeNull();
    expect(await hold("b")).not.toBeNull();
    first?.release();
    await vi.waitFor(async () => expect(await hold("a")).not.toBeNull());
  });
});
