// A form's records: asked by filter and sort, saved as views, taken away as a file.

import { queryOptions } from "@tanstack/react-query";
import type { Color } from "@/model/color";
import type { OrderState } from "@/model/order";
import { type Column, type Condition, columnKey, type Sort, type ViewDefinition } from "@/model/report";
import type { Value } from "@/model/value";
import { api, openAnswer } from "./client";
import { readCounted } from "./counted";
import { unreachable } from "./problem";

export interface RecordQuery {
  filters: Condition[];
  sort: Sort[];
  columns: Column[];
  search?: string;
}

/** Of one page; the server gives no more at a time. */
export const PAGE_ROWS = 200;

export interface RecordRow {
  id: string;
  rev: number;
  state: OrderState;
  /** By column key: `title`, `field:urgency`. */
  values: Record<string, Value>;
}

export interface RecordPage {
  rows: RecordRow[];
  total: number;
}

/** One page, counted from 0. What a live event makes stale is asked again only where it is in view. */
export const recordPageQuery = (form: string, query: RecordQuery, page: number) =>
  queryOptions({
    queryKey: ["records", form, "page", query, page],
    queryFn: ({ signal }) =>
      api.post<RecordPage>(
        `/forms/${form}/query`,
        { ...query, rows: PAGE_ROWS, skip: page * PAGE_ROWS, search: query.search || undefined },
        { signal },
      ),
  });

/** How many records hold anything in a field of the published form. */
export const heldQuery = (form: string, field: string) =>
  queryOptions({
    queryKey: ["records", form, "held", field],
    queryFn: async ({ signal }) => {
      const filters: Condition[] = [{ column: { field }, test: { op: "not_empty" } }];
      const asked = { filters, sort: [], columns: ["title"], rows: 1 };
      return (await api.post<RecordPage>(`/forms/${form}/query`, asked, { signal })).total;
    },
  });

export interface Lane {
  key: string;
  label: string;
  color: Color | null;
  count: number;
  cards: RecordRow[];
}

export const kanbanQuery = (form: string, by: Column, query: RecordQuery) =>
  queryOptions({
    queryKey: ["records", form, "kanban", columnKey(by), query],
    queryFn: ({ signal }) =>
      api.post<{ lanes: Lane[] }>(
        `/forms/${form}/kanban`,
        { ...query, by, search: query.search || undefined },
        { signal },
      ),
  });

export interface View {
  id: string;
  form: string;
  name: string;
  /** Absent: shared with everybody who may see the form. */
  owner?: string | null;
  definition: ViewDefinition;
}

export const viewsQuery = (form: string) =>
  queryOptions({
    queryKey: ["forms", "one", form, "views"],
    queryFn: ({ signal }) => api.get<View[]>(`/forms/${form}/views`, { signal }),
  });

export const createView = (
  form: string,
  view: { name: string; shared: boolean; definition: ViewDefinition },
): Promise<View> => api.post(`/forms/${form}/views`, view);
export const saveView = (
  id: string,
  view: { name: string; shared: boolean; definition: ViewDefinition },
): Promise<void> => api.put(`/views/${id}`, view);
export const deleteView = (id: string): Promise<void> => api.delete(`/views/${id}`);

export type ExportFormat = "xlsx" | "csv";

/** Without columns: with every one. */
export interface ExportQuery extends RecordQuery {
  format: ExportFormat;
}

interface ExportOptions {
  onRows: (rows: number, total: number) => void;
  signal: AbortSignal;
}

export async function exportRecords(form: string, query: ExportQuery, options: ExportOptions): Promise<Blob> {
  const { signal, onRows } = options;
  const asked = { ...query, search: query.search || undefined };
  const answer = await openAnswer(`/forms/${form}/export`, asked, { query: { framing: "counted" }, signal });
  if (!answer.body) throw unreachable();
  const total = Number(answer.headers.get("x-rows"));
  onRows(0, total);
  return readCounted(answer.body, (rows) => onRows(rows, total));
}
