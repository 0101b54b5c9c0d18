import { describe, expect, it } from "vitest";
import type { FormDefinition } from "@/model/form";
import type { Column } from "@/model/report";
import { askedFilters, gapAt, lookOf, moveColumn, recordsSearch, toggleColumn, turnSort } from "./look";

const form: FormDefinition = {
  fields: [
    { id: "fault", label: "故障", control: { kind: "textarea", max_chars: 100, rows: 3, placeholder: "" } },
    { id: "photo", label: "照片", control: { kind: "image", max_files: 3, camera_only: false, watermark: false } },
  ],
  sections: [
    {
      id: "s",
      title: "",
      items: [
        { field: "fault", span: 12 },
        { field: "photo", span: 12 },
      ],
    },
  ],
};

describe("a look at the records", () => {
  it("starts with what fits a line, newest first", () => {
    const look = lookOf(form, undefined);
    expect(look.columns).toEqual(["title", "state", { field: "fault" }, "handler", "created_at"]);
    expect(look.sort).toEqual([{ column: "created_at", descending: true }]);
  });

  it("forgets what the form has lost", () => {
    const gone: Column = { field: "gone" };
    const look = lookOf(form, undefined, {
      columns: [gone, "title"],
      filters: [{ column: gone, test: { op: "empty" } }],
    });
    expect([look.columns, look.filters]).toEqual([["title"], []]);
  });

  it("a heading goes up, down, off; Shift keeps the others", () => {
    const up = turnSort([{ column: "state" }], "title", false);
    expect(up).toEqual([{ column: "title" }]);
    const down = turnSort(up, "title", false);
    expect(down).toEqual([{ column: "title", descending: true }]);
    expect(turnSort(down, "title", false)).toEqual([]);
    expect(turnSort([{ column: "state" }], "title", true)).toHaveLength(2);
  });

  it("half-typed conditions ask nothing", () => {
    const asked = askedFilters([
      { column: "title", test: { op: "contains", value: " " } },
      { column: "state", test: { op: "in", values: [] } },
      { column: "title", test: { op: "not_empty" } },
    ]);
    expect(asked).toHaveLength(1);
  });

  it("columns move and go", () => {
    const columns: Column[] = ["title", "state", { field: "fault" }];
    expect(moveColumn(columns, 2, 0)).toEqual([{ field: "fault" }, "title", "state"]);
    expect(toggleColumn(columns, { field: "fault" })).toEqual(["title", "state"]);
    expect(toggleColumn(columns, "node").at(-1)).toBe("node");
  });

  it("a dragged heading goes to the nearest gap", () => {
    const boxes = [
      { left: 0, right: 100 },
      { left: 100, right: 160 },
    ];
    expect([-9, 60, 131, 400].map((x) => gapAt(boxes, x).at)).toEqual([0, 1, 2, 2]);
  });

  it("a broken address is an empty one", () => {
    expect(recordsSearch({ look: { columns: [42] }, view: 1, q: "" })).toEqual({});
    expect(recordsSearch({ look: { filters: [{ column: "state", test: { op: "empty" } }] }, q: "x" })).toMatchObject({
      q: "x",
      look: { filters: [{ column: "state" }] },
    });
  });
});
