import { renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { noteAdded, useRecent } from "./recent";

describe("what was added last", () => {
  it("comes first, each once, and only a few", () => {
    for (const kind of ["text", "number", "text", "date", "user", "money"]) noteAdded("form", kind);
    expect(renderHook(() => useRecent("form")).result.current).toEqual(["money", "user", "date", "text"]);
  });

  it("is of one palette", () => {
    noteAdded("board", "bar");
    expect(renderHook(() => useRecent("board")).result.current).toEqual(["bar"]);
  });
});
