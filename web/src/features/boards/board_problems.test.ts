import { describe, expect, it } from "vitest";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import { tileType } from "@/tiles/table";
import { designProblems, problemsOf, targetOf } from "./board_problems";
import { sentOf } from "./board_session";
import type { BoardDoc } from "./change";

const form: FormDefinition = { fields: [], sections: [] };
const forms = new Map([["f", form]]);
const bar = { id: "bar", title: "Bar", x: 0, y: 0, w: 6, h: 4, chart: tileType("bar").chart("f") };
const doc: BoardDoc = { name: "Board", definition: { tiles: [bar], filters: [] } };
const refusal = (place: string, code: string): Problem => ({ place, code, severity: "error", data: {} });

describe("problems", () => {
  it("stand at their tile", () => {
    expect([
      targetOf("tiles.bar_2.dimension"),
      targetOf("tiles.bar"),
      targetOf("filters.0"),
      targetOf("tiles"),
    ]).toEqual([
      { tile: "bar_2", rest: "dimension" },
      { tile: "bar", rest: "" },
      { tile: null, rest: "filters.0" },
      { tile: null, rest: "tiles" },
    ]);
  });

  it("are those we see and those the server saw, each once, none of tiles that are gone", () => {
    const holed: BoardDoc = {
      name: " ",
      definition: { tiles: [{ ...bar, title: "", chart: { kind: "bar", form: "f", measure: { kind: "count" } } }] },
    };
    const refused = [refusal("tiles.bar.dimension", "required"), refusal("tiles.old", "unknown_form")];
    const found = designProblems(holed, problemsOf(holed, forms, refused), { board: "Board", unnamed: "?" });
    expect(found.map(({ target, property, subject }) => [target, property, subject])).toEqual([
      ["", "name", "Board"],
      ["bar", "title", "?"],
      ["bar", "dimension", "?"],
    ]);
    expect(problemsOf(doc, forms, []).size).toBe(0);
  });
});

describe("what is sent", () => {
  it("leaves out conditions that were begun and not filled", () => {
    const begun = { column: "title", test: { op: "contains", value: " " } } as const;
    const done = { column: "title", test: { op: "not_empty" } } as const;
    const tile = { ...bar, chart: { ...bar.chart, filters: [begun, done] } };
    expect(sentOf({ tiles: [tile], filters: [begun] })).toEqual({
      tiles: [{ ...bar, chart: { ...bar.chart, filters: [done] } }],
      filters: [],
    });
  });
});
