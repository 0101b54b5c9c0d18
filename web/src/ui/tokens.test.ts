import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const valuesOf = (css: string) =>
  Object.fromEntries([...css.matchAll(/(--[\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value]));
const fileOf = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

test("the page of a sealed appliance, which has no part of the web app, wears its colours", () => {
  const [light = "", dark = ""] = fileOf("tokens.css").split(':root[data-theme="dark"] {');
  const [day = "", night = ""] = fileOf("../../../assets/unlock/unlock.css").split(
    "@media (prefers-color-scheme: dark)",
  );
  expect(Object.keys(valuesOf(day)).length).toBeGreaterThan(10);
  expect(Object.keys(valuesOf(night))).toEqual(Object.keys(valuesOf(day)));
  expect(valuesOf(light)).toMatchObject(valuesOf(day));
  expect(valuesOf(dark)).toMatchObject(valuesOf(night));
});
