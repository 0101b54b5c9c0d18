import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { CanvasControl } from "../canvas/canvas_control";
import { StillView } from "./StillView";

const done: string[] = [];
const control: CanvasControl = {
  center: (place) => done.push(place),
  fit: () => done.push("fit"),
  zoom: (to) => done.push(to),
  pan: (x, y) => done.push(`${x} ${y}`),
  pointAt: () => ({ x: 0, y: 0 }),
};

vi.mock("../canvas/StillCanvas", () => ({
  StillCanvas: ({ control: ref }: { control: { current: CanvasControl } }) => {
    ref.current = control;
    return null;
  },
}));

it("a drawing is looked at by keys as well", async () => {
  render(<StillView scene={{ flow: { nodes: [], edges: [] } } as never} />);
  await userEvent.keyboard("10+-{ArrowLeft}{ArrowDown}");
  expect(done).toEqual(["fit", "full", "in", "out", "-80 0", "0 80"]);
  await userEvent.keyboard("{Control>}f{/Control}");
  expect(screen.getByRole("combobox")).toHaveFocus();
});
