import { describe, expect, it } from "vitest";
import { asImport, csvOf, problemRows } from "./import_file";

describe("files of people", () => {
  it("get their type from their name, whatever the browser thinks", () => {
    expect(asImport(new File(["a"], "People.CSV", { type: "application/vnd.ms-excel" }))?.type).toBe("text/csv");
    expect(asImport(new File(["a"], "people.xlsx"))?.type).toContain("spreadsheetml");
    expect(asImport(new File(["a"], "people.xls"))).toBeNull();
    expect(asImport(new File(["a"], "people"))).toBeNull();
  });

  it("quote what needs it and disarm formulas", async () => {
    const text = await csvOf([['say "hi", you', "=1+1", "plain"]]).text();
    expect(text.replace(/^\uFEFF/, "")).toBe('"say ""hi"", you",\'=1+1,plain\r\n');
  });

  it("list what has to be corrected, row by row", () => {
    const rows = problemRows([{ row: 3, column: "", code: "blank" }], {
      head: ["Row", "Column", "Problem"],
      wholeRow: "(whole row)",
      sentence: ({ code }) => `!${code}`,
    });
    expect(rows).toEqual([
      ["Row", "Column", "Problem"],
      ["3", "(whole row)", "!blank"],
    ]);
  });
});
