import { describe, expect, it } from "vitest";
import type { Choice, FormDefinition } from "@/model/form";
import { checkChart } from "@/tiles/settings/check";
import { closed } from "./layout";
import { TEMPLATES, templateTiles } from "./templates";

const options: Choice[] = [
  { id: "a", label: "A" },
  { id: "b", label: "B" },
];
const form: FormDefinition = {
  sections: [],
  fields: [
    { id: "fault", label: "Fault", control: { kind: "select", options } },
    { id: "urgency", label: "Urgency", control: { kind: "radio", options } },
    { id: "cost", label: "Cost", control: { kind: "money", currency: "CNY", min: null, max: null, decimals: 2 } },
  ],
};
const bare: FormDefinition = { fields: [], sections: [] };

const words = { title: String, question: ({ kind }: { kind: string }) => kind };

describe.each(TEMPLATES)("the template %s", (template) => {
  it.each([
    ["with", form],
    ["without", bare],
  ])("is sound for a form %s fields, and stands without gaps", (_, definition) => {
    const tiles = templateTiles(template, "f", definition, words);
    expect(tiles.flatMap(({ chart }) => checkChart(chart, definition))).toEqual([]);
    expect(closed(tiles)).toEqual([]);
    expect(new Set(tiles.map(({ id }) => id)).size).toBe(tiles.length);
    expect(tiles.every(({ title }) => title !== "")).toBe(true);
  });
});

describe("a template", () => {
  const dimensions = (definition: FormDefinition) =>
    templateTiles("makeup", "f", definition, words).map(({ chart }) =>
      chart.kind === "table" ? null : chart.dimension?.column,
    );

  it("tells orders apart by the choices of the form", () => {
    expect(dimensions(form).slice(0, 3)).toEqual([{ field: "fault" }, "created_at", { field: "urgency" }]);
    expect(dimensions(bare).slice(0, 3)).toEqual(["state", "created_at", "department"]);
  });

  it("adds up the first amount of the form, where it has one", () => {
    const measures = (definition: FormDefinition) =>
      templateTiles("makeup", "f", definition, words).flatMap(({ chart }) =>
        chart.kind !== "table" && "column" in chart.measure ? [chart.measure] : [],
      );
    expect(measures(form)[0]).toEqual({ kind: "sum", column: { field: "cost" } });
    expect(measures(bare)).toEqual([]);
  });
});
