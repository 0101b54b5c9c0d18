import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { type Pick, PickSheet } from "./PickSheet";

const SHOPS = ["Press", "Paint", "Forge", "Welding", "Assembly", "Tooling", "Store", "Yard", "Office"];
const NAME = "Shop";
const picks: Pick[] = SHOPS.map((label) => ({ value: label.toLowerCase(), label, pinyin: undefined }));

async function show(many: boolean) {
  const onPick = vi.fn();
  function Tried() {
    const [picked, setPicked] = useState<readonly string[]>([]);
    const pick = (next: string[]) => {
      setPicked(next);
      onPick(next);
    };
    const rest = { id: "f", placeholder: "Choose" };
    return (
      <>
        <label htmlFor="f">{NAME}</label>
        <PickSheet {...rest} label={NAME} picks={picks} picked={picked} many={many} onPick={pick} />
      </>
    );
  }
  const router = createRouter({ routeTree: createRootRoute({ component: Tried }), history: createMemoryHistory() });
  render(<RouterProvider router={router} />);
  const field = await screen.findByRole("combobox", { name: NAME });
  fireEvent.click(field);
  return { field, onPick, sheet: within(await screen.findByRole("dialog")) };
}

describe("a list from below", () => {
  it("takes one at a tap, and is gone", async () => {
    const { field, onPick, sheet } = await show(false);
    fireEvent.click(sheet.getByRole("option", { name: "Forge" }));
    expect(onPick).toHaveBeenLastCalledWith(["forge"]);
    await waitFor(() => expect(field).toHaveAttribute("aria-expanded", "false"));
    expect(field).toHaveTextContent("Forge");
  });

  it("takes several until it is done, and lets them go again", async () => {
    const { field, onPick, sheet } = await show(true);
    for (const name of ["Press", "Yard", "Press"]) fireEvent.click(sheet.getByRole("option", { name }));
    expect(onPick).toHaveBeenLastCalledWith(["yard"]);
    expect(field).toHaveAttribute("aria-expanded", "true");
  });

  it("finds by what is typed", async () => {
    const { sheet } = await show(false);
    fireEvent.change(sheet.getByRole("textbox"), { target: { value: "pa" } });
    await waitFor(() => expect(sheet.getAllByRole("option").map((one) => one.textContent)).toEqual(["Paint"]));
  });
});
