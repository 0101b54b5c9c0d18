// What an empty board may begin with: the usual things about any form with a flow, built from the fields it has. Starts to
// change, not templates to keep.

import { choicesOf, columnsOf, controlOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import type { Chart, Column, Condition, GroupChart, Query, Tile } from "@/model/report";
import { freshTable } from "@/tiles/settings/chart_choice";

export const TEMPLATES = ["overview", "speed", "makeup"] as const;

export type Template = (typeof TEMPLATES)[number];

/** Those whose title is more than their question: keys of `boards:template.title`. */
export type TemplateTitle = "open" | "created" | "ended" | "handling" | "waiting" | "endings";

export interface TemplateWords {
  title: (name: TemplateTitle) => string;
  question: (chart: Chart) => string;
}

interface Put {
  id: string;
  chart: Chart;
  place: [x: number, y: number, w: number, h: number];
  title?: TemplateTitle;
}

/** What is worth adding up: shares and ratings are not. */
const AMOUNTS: readonly string[] = ["money", "number"];

/** Those where people choose from few things tell orders apart best. */
function kindColumns(form: FormDefinition): Column[] {
  return columnsOf(form).filter((column) => choicesOf(column, form).length > 1);
}

const OPEN: Condition = { column: "state", test: { op: "in", values: ["running", "returned"] } };
const WEEKS = { column: "created_at", bucket: "week" } as const;
const QUARTER = { column: "created_at", span: "last90_days" } as const;

const count = (form: string): Query => ({ form, measure: { kind: "count" } });
const handling = (form: string): Query => ({ form, measure: { kind: "mean_handling" } });

const open = (form: string): Chart => ({ kind: "number", ...count(form), filters: [OPEN] });
const ended = (form: string): Chart => ({
  kind: "number_change",
  ...count(form),
  period: { column: "ended_at", span: "this_week" },
});
const fast = (form: string): Chart => ({
  kind: "number_change",
  ...handling(form),
  period: { column: "created_at", span: "last30_days" },
});
const handlers = (form: string): Chart => ({
  kind: "ranking",
  ...handling(form),
  dimension: { column: "handler" },
  order: "largest",
  top: 10,
});
const departments = (form: string): Chart => ({
  kind: "bar",
  ...handling(form),
  dimension: { column: "department" },
  order: "largest",
});
const trend = (form: string): GroupChart => ({ kind: "line", ...count(form), dimension: WEEKS, period: QUARTER });

function overview(id: string, form: FormDefinition): Put[] {
  const created = { kind: "number_change", ...count(id), period: { column: "created_at", span: "this_week" } } as const;
  const [kind = "department" as const] = kindColumns(form);
  return [
    { id: "open", chart: open(id), place: [0, 0, 3, 2], title: "open" },
    { id: "created", chart: created, place: [3, 0, 3, 2], title: "created" },
    { id: "ended", chart: ended(id), place: [6, 0, 3, 2], title: "ended" },
    { id: "handling", chart: fast(id), place: [9, 0, 3, 2], title: "handling" },
    { id: "states", chart: { kind: "bar", ...count(id), dimension: { column: "state" } }, place: [0, 2, 4, 4] },
    { id: "trend", chart: trend(id), place: [4, 2, 8, 4] },
    { id: "kinds", chart: { kind: "ring", ...count(id), dimension: { column: kind } }, place: [0, 6, 4, 4] },
    { id: "departments", chart: departments(id), place: [4, 6, 4, 4] },
    { id: "handlers", chart: handlers(id), place: [8, 6, 4, 4] },
    { id: "table", chart: freshTable(id), place: [0, 10, 12, 5] },
  ];
}

function speed(id: string): Put[] {
  const steps = { kind: "bar", ...handling(id), dimension: { column: "node" }, order: "largest" } as const;
  const endings = {
    kind: "line",
    ...count(id),
    dimension: { column: "ended_at", bucket: "week" },
    period: { column: "ended_at", span: "last90_days" },
  } as const;
  const waiting = { ...freshTable(id), filters: [OPEN], sort: [{ column: "created_at" as const }] };
  return [
    { id: "handling", chart: fast(id), place: [0, 0, 4, 2], title: "handling" },
    { id: "ended", chart: ended(id), place: [4, 0, 4, 2], title: "ended" },
    { id: "open", chart: open(id), place: [8, 0, 4, 2], title: "open" },
    { id: "steps", chart: steps, place: [0, 2, 6, 4] },
    { id: "departments", chart: departments(id), place: [6, 2, 6, 4] },
    { id: "endings", chart: endings, place: [0, 6, 8, 4], title: "endings" },
    { id: "handlers", chart: handlers(id), place: [8, 6, 4, 4] },
    { id: "waiting", chart: waiting, place: [0, 10, 12, 5], title: "waiting" },
  ];
}

function makeup(id: string, form: FormDefinition): Put[] {
  const [first = "state" as const, ...others] = kindColumns(form);
  const rest: Column[] = [...others, "department", "initiator", "node"];
  const rows = rest.slice(0, 3).map((column, at): Put => {
    const chart: Chart = { kind: at === 1 ? "ring" : "bar", ...count(id), dimension: { column }, order: "largest" };
    return { id: `part_${at + 1}`, chart, place: [at * 4, 4, 4, 4] };
  });
  const column = columnsOf(form).find((one) => AMOUNTS.includes(controlOf(one, form)?.kind ?? ""));
  const sum: Query | undefined = column && { form: id, measure: { kind: "sum", column } };
  const mean: Query | undefined = column && { form: id, measure: { kind: "mean", column } };
  const amounts: Put[] =
    sum && mean
      ? [
          { id: "sum", chart: { kind: "number", ...sum }, place: [0, 8, 4, 2] },
          { id: "mean", chart: { kind: "number", ...mean }, place: [0, 10, 4, 2] },
          { id: "sums", chart: { kind: "bar", ...sum, dimension: { column: first } }, place: [4, 8, 8, 4] },
        ]
      : [];
  return [
    { id: "kinds", chart: { kind: "ring", ...count(id), dimension: { column: first } }, place: [0, 0, 4, 4] },
    { id: "trend", chart: { ...trend(id), kind: "stacked_bar", split: { column: first } }, place: [4, 0, 8, 4] },
    ...rows,
    ...amounts,
  ];
}

const PUTS: Record<Template, (id: string, form: FormDefinition) => Put[]> = { overview, speed, makeup };

export function templateTiles(template: Template, id: string, form: FormDefinition, words: TemplateWords): Tile[] {
  return PUTS[template](id, form).map(({ id, chart, place: [x, y, w, h], title }) => {
    return { id, title: title ? words.title(title) : words.question(chart), x, y, w, h, chart };
  });
}
