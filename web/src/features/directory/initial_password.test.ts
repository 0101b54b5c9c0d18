import { expect, it } from "vitest";
import { initialPassword } from "./initial_password";

it("is three groups of letters nobody mixes up", () => {
  expect(initialPassword()).toMatch(/^[a-zA-Z2-9]{5}-[a-zA-Z2-9]{5}-[a-zA-Z2-9]{5}$/);
  expect(initialPassword()).not.toBe(initialPassword());
});

it("passes over bytes that would favour some letters", () => {
  const bytes = [255, 254, 0];
  expect(initialPassword(() => bytes.shift() ?? 1)).toBe("abbbb-bbbbb-bbbbb");
});
