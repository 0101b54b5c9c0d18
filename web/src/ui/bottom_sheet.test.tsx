import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { BottomSheet } from "./BottomSheet";

vi.mock("./viewport", () => ({ useIsPhone: () => true }));

const OUTER = "Transfer";
const INNER = "People";

const press = (name: string, act: () => void) => (
  <button type="button" onClick={act}>
    {name}
  </button>
);

/** A sheet over a page, and one over it. */
function Tried() {
  const [open, setOpen] = useState(0);
  return (
    <>
      <output>{open}</output>
      {press("open", () => setOpen(1))}
      <BottomSheet open={open > 0} onClose={() => setOpen(0)} title={OUTER}>
        {press("choose", () => setOpen(2))}
      </BottomSheet>
      <BottomSheet open={open > 1} onClose={() => setOpen(1)} title={INNER}>
        {press("done", () => setOpen(1))}
      </BottomSheet>
    </>
  );
}

function put(component: () => ReactNode) {
  const router = createRouter({ routeTree: createRootRoute({ component }), history: createMemoryHistory() });
  return render(<RouterProvider router={router} />);
}

async function show() {
  const { unmount } = put(Tried);
  fireEvent.click(await screen.findByText("open"));
  fireEvent.click(await screen.findByText("choose"));
  await screen.findByText("done");
  return unmount;
}

const popped = () => new Promise((resolve) => addEventListener("popstate", resolve, { once: true }));
const openSheets = () => screen.getByRole("status").textContent;

describe("sheets over one another", () => {
  it('close one by one at "back"', async () => {
    const unmount = await show();
    for (const left of ["1", "0"]) {
      const back = popped();
      history.back();
      await back;
      await waitFor(() => expect(openSheets()).toBe(left));
    }
    unmount();
  });

  it("stay when the one above them closes itself", async () => {
    const unmount = await show();
    const back = popped();
    fireEvent.click(screen.getByText("done"));
    await back;
    expect(openSheets()).toBe("1");
    const last = popped();
    history.back();
    await last;
    await waitFor(() => expect(openSheets()).toBe("0"));
    unmount();
  });

  it('ask at every "back" as long as they are told to stay', async () => {
    const answers = [false, false, true];
    const asked = vi.fn(async () => answers.shift());
    function Changed() {
      const [open, setOpen] = useState(true);
      const close = async () => {
        if (await asked()) setOpen(false);
      };
      return (
        <>
          <output>{open ? "1" : "0"}</output>
          <BottomSheet open={open} onClose={close} title={OUTER}>
            {null}
          </BottomSheet>
        </>
      );
    }
    const { unmount } = put(Changed);
    await screen.findByText(OUTER);
    for (const [times, left] of [
      [1, "1"],
      [2, "1"],
      [3, "0"],
    ] as const) {
      await waitFor(() => expect(history.state).toMatchObject({ sheet: true }));
      const back = popped();
      history.back();
      await back;
      await waitFor(() => expect(asked).toHaveBeenCalledTimes(times));
      await waitFor(() => expect(openSheets()).toBe(left));
    }
    unmount();
  });
});
