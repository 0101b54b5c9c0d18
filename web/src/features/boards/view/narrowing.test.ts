import { describe, expect, it } from "vitest";
import type { Test } from "@/model/report";
import { filterKey, type Narrowing, narrowed, testOf } from "./narrowing";

const minor: Test = { op: "in", values: ["minor"] };
const severity = { column: { field: "severity" }, form: "f" };
const elsewhere = { ...severity, form: "g" };

describe("what is asked of a board's filters", () => {
  it("is known by column and form: ids of fields repeat from form to form", () => {
    const chosen: Narrowing[] = [{ ...severity, test: minor }];
    expect([testOf(chosen, severity), testOf(chosen, elsewhere)]).toEqual([minor, null]);
    expect(new Set([severity, elsewhere, { column: "state" as const }].map(filterKey)).size).toBe(3);
  });

  it("is one test a column, and none once it is taken away", () => {
    const twice = narrowed(narrowed([], severity, minor), severity, { op: "empty" });
    expect(twice).toEqual([{ ...severity, test: { op: "empty" } }]);
    expect(narrowed(twice, severity, null)).toEqual([]);
  });
});
