import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { EditableLabel } from "./EditableLabel";

it("the focus is back on the name when a key has closed the box", async () => {
  const changed = vi.fn();
  render(<EditableLabel text="old" placeholder="none" onSelect={() => undefined} onChange={changed} />);
  const name = () => screen.getByRole("button");
  name().focus();
  for (const [key, calls] of [
    ["{Escape}", 0],
    ["{Enter}", 1],
  ] as const) {
    await userEvent.keyboard("{F2}new");
    await userEvent.keyboard(key);
    expect(name()).toHaveFocus();
    expect(changed).toHaveBeenCalledTimes(calls);
  }
});
