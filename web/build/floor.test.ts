import { describe, expect, it } from "vitest";
import { newerThanFloor } from "./floor.ts";

describe("the browser floor", () => {
  it.each([
    ["src/a.ts", "return list.with(0, one)", 1],
    ["src/a.ts", "/(?<=a)b/.test(text)", 1],
    ["src/a.css", ".row:has(button) { color: color-mix(in srgb, red, blue) }", 2],
    ["src/a.css", ".page { height: 100dvh }", 1],
    ["node_modules/antd/es/button/style.js", "[`&:has(.icon)`]: style", 0],
    ["node_modules/other/style.js", "[`&:has(.icon)`]: style", 1],
    ["src/a.ts", "const it = list.at(-1); structuredClone(it)", 0],
  ])("%s: %s", (where, code, count) => {
    expect(newerThanFloor(where, code)).toHaveLength(count);
  });
});
