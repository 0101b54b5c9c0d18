import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { BottomSheet } from "./BottomSheet";
import { DeviceFrame } from "./device_frame";
import { useIsPhone } from "./viewport";

const TITLE = "Urgency";
const INSIDE = "High";

const Device = () => <output>{useIsPhone() ? "phone" : "desktop"}</output>;

describe("a drawn device", () => {
  it("is asked by what stands in it, not the window", () => {
    render(
      <>
        <Device />
        <DeviceFrame value={{ isPhone: true, root: null }}>
          <Device />
        </DeviceFrame>
      </>,
    );
    expect(screen.getAllByRole("status").map(({ textContent }) => textContent)).toEqual(["desktop", "phone"]);
  });

  it("keeps its sheets, and leaves the way back to the page", async () => {
    const root = document.body.appendChild(document.createElement("div"));
    const entries = history.length;
    const Framed = () => (
      <DeviceFrame value={{ isPhone: true, root }}>
        <BottomSheet open onClose={() => undefined} title={TITLE}>
          {INSIDE}
        </BottomSheet>
      </DeviceFrame>
    );
    const router = createRouter({ routeTree: createRootRoute({ component: Framed }), history: createMemoryHistory() });
    render(<RouterProvider router={router} />);
    expect(root.contains(await screen.findByText(INSIDE))).toBe(true);
    expect(history.length).toBe(entries);
    root.remove();
  });
});
