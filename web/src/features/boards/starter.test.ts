import { describe, expect, it } from "vitest";
import type { FormDefinition } from "@/model/form";
import { checkChart } from "@/tiles/settings/check";
import { closed } from "./layout";
import { starterTiles } from "./starter";

const form: FormDefinition = {
  sections: [],
  fields: [
    {
      id: "fault",
      label: "Fault",
      control: {
        kind: "select",
        options: [
          { id: "a", label: "A" },
          { id: "b", label: "B" },
        ],
      },
    },
  ],
};

const words = { title: String, question: ({ kind }: { kind: string }) => kind };

describe("the starter", () => {
  it.each([
    ["with", form],
    ["without", { fields: [], sections: [] }],
  ])("is sound for a form %s fields, and stands without gaps", (_, definition) => {
    const tiles = starterTiles("f", definition, words);
    expect(tiles.flatMap(({ chart }) => checkChart(chart, definition))).toEqual([]);
    expect(closed(tiles)).toEqual([]);
    expect(new Set(tiles.map(({ id }) => id)).size).toBe(tiles.length);
    expect(tiles.every(({ title }) => title !== "")).toBe(true);
  });

  it("tells orders apart by the first choice of the form", () => {
    const ring = starterTiles("f", form, words).find(({ chart }) => chart.kind === "ring");
    expect(ring?.chart).toMatchObject({ dimension: { column: { field: "fault" } } });
  });
});
