import { describe, expect, it } from "vitest";
import { compile } from "./check";
import { readClauses, writeClauses } from "./clause";
import { listOf, plain, type Scope } from "./scope";

const options = new Map([
  ["high", "High"],
  ["low", "Low"],
]);
const scope: Scope = new Map([
  ["urgency", { kind: "option", options }],
  ["parts", listOf({ kind: "option", options })],
  ["amount", plain("number")],
  ["stopped", plain("bool")],
  ["note", plain("text")],
  ["day", plain("date")],
]);

describe("clauses of a condition", () => {
  it.each([
    'urgency = "high"',
    'urgency <> "low" AND amount >= 12.5',
    "amount > -3 OR NOT stopped OR stopped",
    'CONTAINS(parts, "high") AND NOT CONTAINS(parts, "low")',
    "ISBLANK(note) AND NOT ISBLANK(day)",
    'note = "a \\"quoted\\" \\\\ word" AND day <= "2026-11-24"',
  ])("%s is read and written back", (text) => {
    const clauses = readClauses(text, scope);
    expect(clauses && writeClauses(clauses, scope)).toBe(text);
    expect(compile(text, scope, plain("bool")).ok).toBe(true);
  });

  it.each([
    'urgency = "high" AND (amount > 1 OR stopped)',
    "amount > amount",
    "amount + 1 > 2",
    "nobody = 1",
    'urgency > "high"',
    "amount >",
    "TODAY() > day",
  ])("%s is left to the editor", (text) => {
    expect(readClauses(text, scope)).toBeNull();
  });

  it("leaves out what is not finished", () => {
    const clauses = [
      { field: "urgency", test: "=" as const, operand: null },
      { field: "stopped", test: "yes" as const, operand: null },
    ];
    expect(writeClauses({ join: "and", clauses }, scope)).toBe("stopped");
  });
});
