import { describe, expect, it } from "vitest";
import { childrenByParent, headcounts, pathOf, visibleRows, withBelow } from "./department_tree";

const departments = [
  { id: "b", name: "Production" },
  { id: "b1", name: "Workshop 1", parent: "b" },
  { id: "b11", name: "Line A", parent: "b1" },
  { id: "a", name: "Board" },
  { id: "lost", name: "Orphans", parent: "gone" },
];
const tree = childrenByParent(departments);

describe("the department tree", () => {
  it("puts roots and siblings in the order of their names, orphans among the roots", () => {
    expect(tree.get(null)?.map(({ id }) => id)).toEqual(["a", "lost", "b"]);
  });

  it("hides what is below a closed department", () => {
    const rows = visibleRows(tree, new Set(["b"]));
    expect(rows.map(({ department, depth }) => `${depth}${department.id}`)).toEqual(["0a", "0lost", "0b", "1b1"]);
    expect(rows.at(-1)).toMatchObject({ hasChildren: true, isOpen: false });
  });

  it("knows what is below and what is above", () => {
    expect([...withBelow(tree, "b")].sort()).toEqual(["b", "b1", "b11"]);
    expect(pathOf(departments, "b11").map(({ id }) => id)).toEqual(["b", "b1", "b11"]);
  });

  it("survives a circle it was given", () => {
    const circle = [
      { id: "x", name: "X", parent: "y" },
      { id: "y", name: "Y", parent: "x" },
    ];
    expect(pathOf(circle, "x").map(({ id }) => id)).toEqual(["y", "x"]);
    expect(withBelow(childrenByParent(circle), "x").size).toBe(2);
  });

  it("counts a person once, however many departments below they are in", () => {
    const people = [{ departments: ["b1", "b11"] }, { departments: ["b"] }, { departments: [] }];
    expect(headcounts(departments, people)).toEqual(
      new Map([
        ["b", 2],
        ["b1", 1],
        ["b11", 1],
      ]),
    );
  });
});
