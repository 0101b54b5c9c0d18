import { expect, it } from "vitest";
import type { Standing, Upload } from "./book";
import { totalOf } from "./total";

const upload = (is: "going" | "paused" | "arrived" | "failed", sent: number, since: Upload["since"] = null): Upload => {
  const file = { id: "f", name: "a", bytes: 100, media: "text/plain" };
  const standing = { is, file, why: "", isFinal: false } as Standing;
  return { id: "u", user: "me", goal: null, place: "p", name: "a", bytes: 100, modified: 0, sent, since, standing };
};

it("several files are as far as all of them together, and the rest takes what the pace since the last stop says", () => {
  const { going, paused, done, bytes, left } = totalOf(
    [
      upload("going", 60, { at: 10_000, sent: 40 }),
      upload("going", 0),
      upload("paused", 30),
      upload("arrived", 0),
      upload("failed", 90),
    ],
    12_000,
  );
  expect([going.length, paused.length, done, bytes]).toEqual([2, 1, 190, 400]);
  expect(left).toBe(14_000);
});

it("nobody is told how long it takes before anything has moved", () => {
  expect(totalOf([upload("going", 40, { at: 0, sent: 40 })], 9_000).left).toBeNull();
  expect(totalOf([upload("going", 60, { at: 8_500, sent: 40 })], 9_000).left).toBeNull();
});
