import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
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

async function show() {
  const router = createRouter({ routeTree: createRootRoute({ component: Tried }), history: createMemoryHistory() });
  const { unmount } = render(<RouterProvider router={router} />);
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
});
