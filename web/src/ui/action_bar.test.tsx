import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ActionBar } from "./ActionBar";

describe("the bar of decisions", () => {
  it("counts at a button what stands in its way, and keeps the button's name", () => {
    const run = () => undefined;
    render(<ActionBar actions={[{ id: "send", label: "Send", run, mark: { count: 3, text: "3 to mend" } }]} />);
    const button = screen.getByRole("button", { name: "Send" });
    expect(button).toHaveTextContent("Send3");
    expect(button).toHaveAccessibleDescription("3 to mend");
  });
});
