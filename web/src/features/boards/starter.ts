// A board that says the usual things about any form with a flow: how many are open, how fast they are handled, by whom,
// of which kind. A start to change, not a template to keep.

import { choicesOf, columnsOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import type { Chart, Column, Condition, Query, Tile } from "@/model/report";
import { freshTable } from "@/tiles/settings/chart_choice";

/** Those whose title is more than their question: keys of `boards:starter`. */
export const STARTER_TITLES = ["open", "created", "ended", "handling"] as const;

type StarterTitle = (typeof STARTER_TITLES)[number];

export interface StarterWords {
  title: (name: StarterTitle) => string;
  question: (chart: Chart) => string;
}

/** Where people choose from few things: the best way to tell orders apart. */
function kindColumn(form: FormDefinition): Column {
  return columnsOf(form).find((column) => choicesOf(column, form).length > 1) ?? "department";
}

export function starterTiles(formId: string, form: FormDefinition, words: StarterWords): Tile[] {
  const count = { form: formId, measure: { kind: "count" } } satisfies Query;
  const handling = { form: formId, measure: { kind: "mean_handling" } } satisfies Query;
  const isOpen: Condition = { column: "state", test: { op: "in", values: ["running", "returned"] } };
  const open: Chart = { kind: "number", ...count, filters: [isOpen] };
  const created: Chart = { kind: "number_change", ...count, period: { column: "created_at", span: "this_week" } };
  const ended: Chart = { kind: "number_change", ...count, period: { column: "ended_at", span: "this_week" } };
  const fast: Chart = { kind: "number_change", ...handling, period: { column: "created_at", span: "last30_days" } };
  const states: Chart = { kind: "bar", ...count, dimension: { column: "state" } };
  const trend: Chart = {
    kind: "line",
    ...count,
    dimension: { column: "created_at", bucket: "week" },
    period: { column: "created_at", span: "last90_days" },
  };
  const kinds: Chart = { kind: "ring", ...count, dimension: { column: kindColumn(form) } };
  const departments: Chart = { kind: "bar", ...handling, dimension: { column: "department" }, order: "largest" };
  const handlers: Chart = { kind: "ranking", ...handling, dimension: { column: "handler" }, order: "largest", top: 10 };
  const tile = (
    id: string,
    chart: Chart,
    [x, y, w, h]: [number, number, number, number],
    title?: StarterTitle,
  ): Tile => ({
    id,
    title: title ? words.title(title) : words.question(chart),
    x,
    y,
    w,
    h,
    chart,
  });
  return [
    tile("open", open, [0, 0, 3, 2], "open"),
    tile("created", created, [3, 0, 3, 2], "created"),
    tile("ended", ended, [6, 0, 3, 2], "ended"),
    tile("handling", fast, [9, 0, 3, 2], "handling"),
    tile("states", states, [0, 2, 4, 4]),
    tile("trend", trend, [4, 2, 8, 4]),
    tile("kinds", kinds, [0, 6, 4, 4]),
    tile("departments", departments, [4, 6, 4, 4]),
    tile("handlers", handlers, [8, 6, 4, 4]),
    tile("table", freshTable(formId), [0, 10, 12, 5]),
  ];
}
