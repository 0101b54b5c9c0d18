import { expect, it } from "vitest";
import { tooltipOf } from "./tooltip";

it("a tooltip says what is drawn, and below a line what is only said here; names are never markup", () => {
  const box = tooltipOf(
    "<b>Paint</b>",
    [{ color: "red", label: "Orders", value: "7" }],
    [{ label: "Cost", value: "$12" }],
  );
  expect([...box.children].map((child) => [child.tagName, child.textContent])).toEqual([
    ["STRONG", "<b>Paint</b>"],
    ["DIV", "Orders7"],
    ["HR", ""],
    ["DIV", "Cost$12"],
  ]);
  expect(tooltipOf("Paint", [], []).querySelector("hr")).toBeNull();
});
