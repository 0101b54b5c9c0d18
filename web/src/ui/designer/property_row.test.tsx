import { render, screen } from "@testing-library/react";
import { Select } from "antd";
import { expect, it } from "vitest";
import { PropertyRow, type PropertyRowProps } from "./PropertyRow";

const row = (more: Partial<PropertyRowProps>) => (
  <PropertyRow label="Width" {...more}>
    {(id) => <Select id={id} />}
  </PropertyRow>
);

it("says at the control what it does, and instead of that what is wrong with it", () => {
  const { rerender } = render(row({ help: "In twelfths" }));
  const control = screen.getByRole("combobox", { name: "Width" });
  expect(control).toHaveAccessibleDescription("In twelfths");
  rerender(row({ help: "In twelfths", problem: "Too wide" }));
  expect(control).toHaveAccessibleDescription("Too wide");
  rerender(row({}));
  expect(control).not.toHaveAttribute("aria-describedby");
});
