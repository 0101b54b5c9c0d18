import { describe, expect, it } from "vitest";
import { FIRST, link, wanted } from "./chain";

describe("the chain of pages", () => {
  it("grows by what each page answers, and knows its end", () => {
    const two = link(FIRST, 0, "a");
    expect(two).toEqual(["", "a"]);
    expect(link(two, 0, "a")).toBe(two);
    expect(link(two, 1, null)).toBe(two);
  });

  it("a page that changed renews the links behind it", () => {
    expect(link(["", "a", "b", "c"], 1, "B")).toEqual(["", "a", "B"]);
    expect(link(["", "a", "b", "c"], 1, null)).toEqual(["", "a"]);
  });

  it("an answer to a page that is gone changes nothing", () => {
    const short = ["", "a"];
    expect(link(short, 4, "z")).toBe(short);
  });

  it("wants what is in view, and a little ahead", () => {
    const chain = ["", "a", "b", "c"];
    expect(wanted(chain, { first: 0, last: 30 })).toEqual([0]);
    expect(wanted(chain, { first: 110, last: 150 })).toEqual([0, 1]);
    expect(wanted(chain, { first: 300, last: 330 })).toEqual([1]);
  });

  it("walks the chain's end towards a far view", () => {
    expect(wanted(["", "a"], { first: 9_000, last: 9_030 })).toEqual([1]);
  });
});
