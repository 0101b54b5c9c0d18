// Whoever meets a property of the flow designer for the first time is told what it does: no row of its inspector goes without.

import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const ROOMS = ["src/nodes", "src/features/flows"];
/** Its rows are the form's own fields. */
const TRIAL = "src/features/flows/trial/TrialPanel.tsx";

const files = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: "utf8" }).map((file) => `${room}/${file}`),
).filter((file) => file.endsWith(".tsx") && !file.includes(".test.") && file !== TRIAL);

/** The opening tags of rows; a `>` inside braces ends none. */
function rowsIn(source: string): string[] {
  return source
    .split("<PropertyRow")
    .slice(1)
    .map((rest) => {
      let depth = 0;
      const end = [...rest].findIndex((char) => {
        depth += char === "{" ? 1 : char === "}" ? -1 : 0;
        return char === ">" && depth === 0;
      });
      return rest.slice(0, end);
    });
}

it("a row is told from what is inside it", () => {
  expect(rowsIn('<PropertyRow label={f((a) => a)} help="x">{(id) => <b help="y" />}')).toEqual([
    ' label={f((a) => a)} help="x"',
  ]);
});

it("every row has a sentence of help", () => {
  const rows = files.flatMap((file) => rowsIn(readFileSync(file, "utf8")).map((tag) => ({ file, tag })));
  expect(rows.length).toBeGreaterThan(25);
  expect(rows.filter(({ tag }) => !/\bhelp=\{t\("/.test(tag) && !/\bhelp=\{t\(`/.test(tag))).toEqual([]);
});
