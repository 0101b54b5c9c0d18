import { describe, expect, it } from "vitest";
import { branchHints } from "./branch_hints";
import type { Edge } from "./flow";
import type { Control, FormDefinition } from "./form";

const option = (id: string) => ({ id, label: id });
const controls: Record<string, Control> = {
  cost: { kind: "money", currency: "CNY", min: null, max: null, decimals: 2 },
  rate: { kind: "rating", stars: 5 },
  share: { kind: "percent", min: "0", max: "100", decimals: 0 },
  urgency: { kind: "radio", options: [option("high"), option("middle"), option("low")] } as Control,
  due: { kind: "date", min: null, max: null } as Control,
  stopped: { kind: "switch", on_label: "", off_label: "" } as Control,
  note: { kind: "text", max_chars: 100, placeholder: "", format: "any" },
};
const form: FormDefinition = {
  sections: [],
  fields: Object.entries(controls).map(([id, control]) => ({ id, label: id, control })),
};

/** Lines `a`, `b`… with these conditions, and the one for everything else. */
const exits = (...conditions: string[]): Edge[] => [
  ...conditions.map((condition, at) => ({ id: "abc"[at] ?? "", from: "g", to: "x", port: "out" as const, condition })),
  { id: "else", from: "g", to: "y", port: "out" },
];

const said = (...conditions: string[]) =>
  branchHints(exits(...conditions), form).map((hint) => {
    const { kind, sample } = hint;
    const lines = kind === "gap" ? "" : kind === "hidden" ? hint.second : `${hint.first}${hint.second}`;
    return [kind, lines, sample.values[0] ?? sample.comparison].filter(Boolean).join(" ");
  });

describe("the branches of a gateway", () => {
  it.each([
    [
      "a cascade of bounds overlaps, and leaves what is under the last",
      ["cost > 5000", "cost > 1000"],
      ["overlap ab 5000.01", "gap 999.99"],
    ],
    [
      "a wide condition hides a narrow one behind it",
      ["cost > 1000", "cost > 5000"],
      ["hidden b 5000.01", "gap 999.99"],
    ],
    ["bounds that meet neither overlap nor leave a gap", ["cost >= 1000", "cost < 1000"], []],
    ["a bound that nobody takes is the gap", ["cost > 1000", "cost < 1000"], ["gap 1000"]],
    ["a choice that no line names is the gap", ['urgency = "high"', 'urgency = "low"'], ["gap middle"]],
    [
      "choices are hidden by those before",
      ['urgency IN ["high", "low"]', 'urgency = "low"'],
      ["hidden b low", "gap middle"],
    ],
    ["stars that nobody can give are no gap", ["rate >= 4", "rate < 4"], []],
    ["no amount under the least one", ["share >= 50", "share >= 0"], ["overlap ab 50"]],
    ["both of a switch", ["stopped", "NOT stopped"], []],
    ["one of a switch", ["stopped"], ["gap no"]],
    ["days", ['due < "2026-03-01"', 'due > "2026-03-01"'], ["gap 2026-03-01"]],
    ["a range within one line", ["cost > 1000 AND cost < 2000", "cost >= 2000 OR cost <= 1000"], []],
  ])("%s", (_, conditions, hints) => {
    expect(said(...conditions)).toEqual(hints);
  });

  it.each([
    ["several fields", ["cost > 1000", 'urgency = "high"']],
    ["texts", ['note = "a"', 'note = "b"']],
    ["what is not filled in", ["IS_EMPTY(cost)", "cost > 1"]],
    ["a formula that is more than rows", ["cost * 2 > 1000", "cost > 1"]],
    ["nothing written yet", ["", "cost > 1"]],
    ["no condition", []],
  ])("say nothing of %s", (_, conditions) => {
    expect(said(...conditions)).toEqual([]);
  });
});
