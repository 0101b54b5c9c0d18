import { describe, expect, it } from "vitest";
import { reaches } from "./reaches.ts";

const IMPORTS: Record<string, string[]> = {
  page: ["list", "button"],
  list: ["row", "page"],
  row: [],
  button: ["node_modules/kit/button"],
};

const infoOf = (id: string) => (IMPORTS[id] ? { importedIds: IMPORTS[id] } : null);

describe("what a module reaches", () => {
  it.each([
    ["page", true],
    ["button", true],
    ["row", false],
    ["unknown", false],
  ])("%s: %s", (id, is) => {
    expect(reaches(id, /node_modules\/kit\//, infoOf)).toBe(is);
  });
});
