import { describe, expect, it } from "vitest";
import type { Choice } from "@/model/form";
import { added, moved, painted, written } from "./option_list";

const options: Choice[] = [
  { id: "low", label: "Low", color: "gray" },
  { id: "option", label: "Middle" },
  { id: "high", label: "High", color: "red" },
];
const ids = (list: Choice[]) => list.map(({ id }) => id);

describe("a list of options", () => {
  it("gives a new option an id of its own", () => {
    expect(added(options, "New").at(-1)).toEqual({ id: "option_2", label: "New" });
  });

  it.each([
    ["low", 3, ["option", "high", "low"]],
    ["high", 0, ["high", "low", "option"]],
    ["option", 1, ["low", "option", "high"]],
    ["option", 2, ["low", "option", "high"]],
  ])("moves %s to gap %i", (id, to, expected) => {
    expect(ids(moved(options, id, to))).toEqual(expected);
  });

  it("forgets a colour entirely", () => {
    expect(painted(options, "low", null)[0]).toEqual({ id: "low", label: "Low" });
  });

  it("keeps ids of labels that stay, and of lines that were only renamed", () => {
    expect(ids(written(options, "High\n\nLow\nHigh"))).toEqual(["high", "low"]);
    expect(written(options, "Low\nMedium\nHigh")[1]).toEqual({ id: "option", label: "Medium" });
    expect(ids(written(options, "Low\nMiddle\nHigh\nUrgent"))).toEqual(["low", "option", "high", "option_2"]);
  });
});
