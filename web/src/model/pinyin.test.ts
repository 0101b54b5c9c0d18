// The same table as the server's search: tests/golden/pinyin.txt.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isNamed, isSaid } from "./pinyin";

const TABLE = readFileSync("../tests/golden/pinyin.txt", "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => line.split(" | "));

describe("pinyin", () => {
  it.each(TABLE)("%s", (_, read, said = "", notSaid = "") => {
    const missed = said.split(", ").filter((typed) => !isSaid(read, typed));
    const mistaken = notSaid.split(", ").filter((typed) => isSaid(read, typed));
    expect({ missed, mistaken }).toEqual({ missed: [], mistaken: [] });
  });

  it("finds a name as it is written, in the middle too", () => {
    expect(isNamed("王强", "wang/yu qiang/jiang", " 强 ")).toBe(true);
    expect(isNamed("Anna Schmidt", undefined, "schm")).toBe(true);
    expect(isNamed("Anna Schmidt", undefined, "as")).toBe(false);
  });
});
