import { afterEach, expect, it } from "vitest";
import { switchLanguage } from "./i18n";
import { clauses, listed, saidOf } from "./joined";

afterEach(() => switchLanguage("zh"));

it("puts several things into one line as the language does", async () => {
  const all = () => [listed(["Alice", "Bob"]), clauses(["a", "b"]), saidOf("a", "b"), listed([])];
  expect(all()).toEqual(["Alice、Bob", "a；b", "a：b", ""]);
  await switchLanguage("en");
  expect(all()).toEqual(["Alice, Bob", "a; b", "a: b", ""]);
});
