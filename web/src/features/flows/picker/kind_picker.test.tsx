import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import KindPicker from "./KindPicker";

it("keeps the focus while it is open, and gives it back unless something was picked", async () => {
  const behind = render(<button type="button" />).getByRole("button");
  behind.focus();
  const picked: string[] = [];
  const kinds = ["approve", "handle"] as const;
  const open = () =>
    render(
      <KindPicker
        at={{ x: 0, y: 0 }}
        kinds={kinds}
        replaced={null}
        onPick={(kind) => picked.push(kind)}
        onClose={() => undefined}
      />,
    );
  const picker = open();
  const search = screen.getByRole("textbox");
  expect(search).toHaveFocus();
  await userEvent.tab();
  expect(search).toHaveFocus();
  picker.unmount();
  expect(behind).toHaveFocus();
  const again = open();
  await userEvent.keyboard("{Enter}");
  await userEvent.tab();
  await userEvent.keyboard("{Enter}");
  expect(new Set(picked)).toEqual(new Set(kinds));
  again.unmount();
  expect(behind).not.toHaveFocus();
});
