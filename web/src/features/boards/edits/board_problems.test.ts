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

describe("a tile from a board of another app", () => {
  const told = (lost: string[]) => problemsOf(doc, new Map(), [refusal("tiles.bar", "unknown_form")], new Set(lost));

  it("whose form cannot be had says so once, where another form is picked", () => {
    const found = designProblems(doc, told(["f"]), { board: "Board", unnamed: "?" });
    expect(found.map(({ target, property }) => [target, property])).toEqual([["bar", "form"]]);
  });

  it("says nothing while its form is on its way", () => {
    expect(problemsOf(doc, new Map(), [], new Set(["other"])).size).toBe(0);
  });
});

describe("a filter for viewers", () => {
  const chosen = (field: string, of = "f") => ({ column: { field }, form: of });
  const known: FormDefinition = {
    fields: [{ id: "shop", label: "Workshop", control: { kind: "text" } }] as unknown as FormDefinition["fields"],
    sections: [],
  };
  const found = (filter: ReturnType<typeof chosen>) => {
    const filtered = { ...doc, definition: { ...doc.definition, viewer_filters: [filter] } };
    const both = new Map([
      ["f", known],
      ["g", known],
    ]);
    return [...problemsOf(filtered, both, []).values()]
      .flat()
      .map(({ place, code, data }) => [place, code, data.field]);
  };

  it("is a problem when its field is gone or nothing is left to filter, and is called by name", () => {
    expect(found(chosen("shop"))).toEqual([]);
    expect(found(chosen("old"))).toEqual([["viewer_filters.0", "viewer_filter_gone", "old"]]);
    expect(found(chosen("shop", "g"))).toEqual([["viewer_filters.0", "viewer_filter_idle", "Workshop"]]);
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
