import { describe, expect, it } from "vitest";
import type { Value } from "../value";
import { readLiteral, writeLiteral } from "./literal_text";
import type { Kind } from "./scope";

describe("fixed values in formulas", () => {
  it.each<[Value, Kind, string]>([
    ['say "hi"\n\\', "text", '"say \\"hi\\"\\n\\\\"'],
    ["-12.5", "number", "-12.5"],
    [true, "bool", "TRUE"],
    ["2026-11-24", "date", '"2026-11-24"'],
    ["high", "option", '"high"'],
    [["high", "low"], "list<option>", '["high", "low"]'],
  ])("%j as %s is %s", (value, kind, text) => {
    expect(writeLiteral(value, kind)).toBe(text);
    expect(readLiteral(text, kind)).toEqual(value);
  });

  it("has no fixed form for instants, files and nothing", () => {
    expect([writeLiteral(5, "date_time"), writeLiteral(null, "text"), writeLiteral([], "list<option>")]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it.each<[string, Kind]>([
    ["TODAY()", "date"],
    ["1 + 1", "number"],
    ['"1"', "number"],
    ["1", "text"],
    ["[a]", "list<option>"],
    ["1 +", "number"],
  ])("%s is more than a fixed %s", (text, kind) => {
    expect(readLiteral(text, kind)).toBeUndefined();
  });
});
