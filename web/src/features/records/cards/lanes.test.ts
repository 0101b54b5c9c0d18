import { describe, expect, it } from "vitest";
import type { Lane, RecordRow } from "@/api/records";
import type { FormDefinition } from "@/model/form";
import { laneFilter, moveCard, movedField } from "./lanes";

const form: FormDefinition = {
  fields: [
    { id: "urgency", label: "紧急", control: { kind: "radio", options: [{ id: "high", label: "高" }] } },
    { id: "tags", label: "标签", control: { kind: "checkbox", options: [], min_picks: null, max_picks: null } },
  ],
  sections: [],
};
const by = { field: "urgency" };
const card = (id: string): RecordRow => ({ id, rev: 2, state: "running", values: { "field:urgency": "high" } });
const lane = (key: string, ...ids: string[]): Lane => ({
  key,
  label: key,
  color: null,
  count: ids.length + 10,
  cards: ids.map(card),
});

describe("cards in lanes", () => {
  it("only a field with one option can be changed by a move", () => {
    expect([by, { field: "tags" }, "state" as const].map((column) => movedField(column, form))).toEqual([
      "urgency",
      null,
      null,
    ]);
  });

  it("a moved card stands on top, holds the new value, and the counts follow", () => {
    const [high, low] = moveCard([lane("high", "a", "b"), lane("low", "c")], "a", "low", by, 3);
    expect([high?.count, low?.count]).toEqual([11, 12]);
    expect(low?.cards.map(({ id }) => id)).toEqual(["a", "c"]);
    expect(low?.cards[0]).toMatchObject({ rev: 3, values: { "field:urgency": "low" } });
  });

  it("a move to the lane without a value empties the field; an unknown card moves nothing", () => {
    const lanes = [lane("high", "a"), lane("", "b")];
    expect(moveCard(lanes, "a", "", by)[1]?.cards[0]?.values).toEqual({ "field:urgency": null });
    expect(moveCard(lanes, "z", "", by)).toEqual(lanes);
  });

  it("all of a lane is a filter, in place of one on the same column", () => {
    const narrowed = laneFilter([{ column: by, test: { op: "not_empty" } }], by, "high");
    expect(narrowed).toEqual([{ column: by, test: { op: "in", values: ["high"] } }]);
    expect(laneFilter([], "state", "")).toEqual([{ column: "state", test: { op: "empty" } }]);
  });
});
