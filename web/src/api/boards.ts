// Boards and the data of their tiles.

import { queryOptions } from "@tanstack/react-query";
import type { Color } from "@/model/color";
import type { Problem } from "@/model/problem";
import type { BoardDefinition, Chart, Condition, ViewerFilter } from "@/model/report";
import { api, openAnswer } from "./client";
import type { ExportFormat, RecordRow } from "./records";

export interface Board {
  id: string;
  app: string;
  name: string;
  rev: number;
  definition: BoardDefinition;
  can_design: boolean;
  /** Those of its filters that this person may use. */
  viewer_filters: ViewerFilter[];
}

export const boardQuery = (id: string) =>
  queryOptions({
    queryKey: ["boards", "one", id],
    queryFn: ({ signal }) => api.get<Board>(`/boards/${id}`, { signal }),
  });

/** The same board for its designer: never fetched again by itself. */
export const boardDraftQuery = (id: string) =>
  queryOptions({
    queryKey: ["drafts", "board", id],
    queryFn: ({ signal }) => api.get<Board>(`/boards/${id}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** With a note it is kept as a version of its own. */
export const saveBoard = (
  id: string,
  board: { name: string; definition: BoardDefinition; note: string },
  revision: number,
): Promise<{ rev: number; problems: Problem[] }> => api.put(`/boards/${id}`, board, { revision });

/** As somebody left a board. */
export interface BoardVersion {
  version: number;
  at: number;
  /** `null`: the house, or somebody before versions were kept. */
  by: string | null;
  note: string;
}

/** Newest first; the first is the board as it is now. */
export const boardVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: ["boards", "one", id, "versions"],
    queryFn: ({ signal }) => api.get<BoardVersion[]>(`/boards/${id}/versions`, { signal }),
  });

export const boardVersionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ["boards", "one", id, "versions", version],
    queryFn: ({ signal }) =>
      api.get<BoardVersion & Pick<Board, "name" | "definition">>(`/boards/${id}/versions/${version}`, { signal }),
  });

export const deleteBoard = (id: string): Promise<void> => api.delete(`/boards/${id}`);

export interface TileGroup {
  /** An id, a state, a bucket's first day, `true`; empty for what is empty; `$other` for the rest. */
  key: string;
  /** Empty where the screen has its own word. */
  label: string;
  color?: Color | null;
  /** `null`: there was nothing to fold. */
  value: number | null;
  count: number;
  parts?: { key: string; label: string; color?: Color | null; value: number | null }[];
}

/** A further measure of the same groups. */
export interface Said {
  format: TileData["format"];
  total: number | null;
  /** In the order of the groups. */
  values: (number | null)[];
}

export interface TileData {
  kind: Chart["kind"];
  groups: TileGroup[];
  total: number | null;
  count: number;
  /** Of the period before. */
  previous?: number | null;
  /** Of a table. */
  rows?: RecordRow[];
  columns?: { key: string; label: string }[];
  /** `duration` in milliseconds, `datetime` in milliseconds since the epoch. */
  format: "number" | "duration" | "money" | "percent" | "datetime";
  /** What is said besides, in the order of the question; `null` where it is not for this person. */
  tooltip?: (Said | null)[];
  as_of: number;
  /** Not every group stands for itself, or there are more rows. */
  truncated: boolean;
}

/** No tile is asked again sooner. */
export const TILE_FRESH_MS = 2_000;

/** One chart, for designer and board alike; the key is the question itself. */
export const tileQuery = (chart: Chart, filters: Condition[] = []) =>
  queryOptions({
    queryKey: ["tiles", chart, filters],
    queryFn: ({ signal }) => api.post<TileData>("/tiles", { chart, filters }, { signal }),
    staleTime: TILE_FRESH_MS,
  });

/** Figures as a table with a name; numbers are decimal text. */
export interface FigureSheet {
  name: string;
  columns: readonly string[];
  rows: readonly (readonly ({ text: string } | { number: string } | null)[])[];
}

/** Figures of tiles, packed as a file with a sheet for each; as text, of one. */
export const figuresFile = (format: ExportFormat, sheets: readonly FigureSheet[]): Promise<Blob> =>
  openAnswer("/tiles/file", { format, sheets }).then((answer) => answer.blob());

/** What to open the records list with. */
export interface Behind {
  form: string;
  filters: Condition[];
}

/** The conditions behind one bar, or one part of it. */
export const behindTile = (chart: Chart, filters: Condition[], key: string, part?: string): Promise<Behind> =>
  api.post("/tiles/behind", { chart, filters, key, part });
