import { describe, expect, it } from "vitest";
import { chosenBy } from "./selection";

describe("a press", () => {
  it("selects one, whatever was selected", () => {
    expect(chosenBy(["a", "b"], "b", false)).toEqual(["b"]);
  });

  it("with Shift adds one, or takes it away", () => {
    expect(chosenBy(["a"], "b", true)).toEqual(["a", "b"]);
    expect(chosenBy(["a", "b"], "a", true)).toEqual(["b"]);
  });
});
