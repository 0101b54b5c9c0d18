import { describe, expect, it } from "vitest";
import { freshCondition, isFilled, opsOf } from "./column";
import type { FormDefinition } from "./form";
import type { Column } from "./report";

const form: FormDefinition = {
  fields: [
    {
      id: "hours",
      label: "Hours",
      control: { kind: "number", min: null, max: null, decimals: 0, unit: "", thousands: false },
    },
  ],
  sections: [],
};

describe("a condition to begin with", () => {
  it("has the first test of the column's kind, and asks nothing before it is filled", () => {
    const columns: Column[] = ["title", { field: "hours" }, "state"];
    const conditions = columns.map((column) => freshCondition(column, form));
    expect(conditions.map(({ test }) => test.op)).toEqual([opsOf("text")[0], opsOf("number")[0], opsOf("state")[0]]);
    expect(conditions.map(isFilled)).toEqual([false, false, false]);
  });
});
