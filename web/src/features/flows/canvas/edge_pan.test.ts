import { expect, it } from "vitest";
import { edgePush } from "@/ui/drag_edge";
import { edgePan } from "./edge_pan";

it("pushes faster the nearer the edge is, and not at all from 48 pixels on", () => {
  expect([0, 24, 48, 500, 952, 976, 1000].map((at) => edgePush(at, 0, 1000))).toEqual([-14, -7, 0, 0, 0, 7, 14]);
});

it("a drawing follows the pointer at its edges once that was well inside, and not on the way in", () => {
  document.body.innerHTML = '<aside></aside><output></output><div class="react-flow"><i></i></div>';
  const canvas = document.querySelector(".react-flow") as HTMLElement;
  canvas.getBoundingClientRect = () => new DOMRect(200, 100, 800, 600);
  const card = canvas.querySelector("i");
  const pans: [number, number][] = [];
  const moveOn = edgePan((x, y) => pans.push([x, y]));
  expect(moveOn(100, 400, document.querySelector("aside"))).toBe(false);
  expect(moveOn(210, 400, card)).toBe(false);
  expect(moveOn(600, 400, card)).toBe(false);
  expect(pans).toEqual([]);
  expect(moveOn(600, 700, card)).toBe(true);
  expect(moveOn(200, 124, document.querySelector("output"))).toBe(true);
  expect(pans).toEqual([
    [0, 14],
    [-14, -7],
  ]);
  expect(moveOn(100, 400, document.querySelector("aside"))).toBe(false);
  expect(moveOn(210, 400, card)).toBe(false);
});
