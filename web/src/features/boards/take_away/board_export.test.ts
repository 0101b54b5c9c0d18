import { QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, it, vi } from "vitest";
import { appsQuery } from "@/api/apps";
import { type Board, figuresFile, type TileData } from "@/api/boards";
import { ApiProblem } from "@/api/problem";
import { i18n } from "@/i18n/i18n";
import type { Chart, Condition, Tile } from "@/model/report";
import type { Speech } from "@/tiles/speech";
import { formatOf } from "@/ui/format";
import { clearJobs, useJobs } from "@/ui/jobs";
import { saveFile } from "@/ui/save_file";
import { narrowedWords } from "../view/narrowed_words";
import { takeTile } from "../view/taken";
import { runBoardExport } from "./board_export";

vi.mock("@/api/boards", async (original) => ({ ...(await original<object>()), figuresFile: vi.fn() }));
vi.mock("@/ui/save_file");
vi.mock("../view/taken", async (original) => ({ ...(await original<object>()), takeTile: vi.fn() }));

const chart: Chart = { kind: "number", form: "f", measure: { kind: "count" } };
const tile = (id: string, tab: string): Tile => ({ id, title: id, tab, x: 0, y: 0, w: 4, h: 2, chart });
const tabs = [
  { id: "t1", name: "今天" },
  { id: "t2", name: "本周" },
];
const board = {
  id: "b",
  app: "a",
  name: "维修",
  definition: { tiles: [tile("week", "t2"), tile("one", "t1"), tile("two", "t1")], tabs },
} as unknown as Board;
const speech = {
  t: i18n.getFixedT("zh", "tiles"),
  format: formatOf("zh"),
  columnsOf: () => ({ label: String }),
} as unknown as Speech;
const data = { kind: "number", groups: [], total: 7, count: 7, format: "number", as_of: 0, truncated: false };
const client = new QueryClient();
const means = { client, speech };
const asked = { board, search: {}, open: "t1", format: "xlsx" } as const;
const job = () => useJobs.getState().jobs[0];

beforeEach(() => {
  client.setQueryData(appsQuery.queryKey, [{ forms: [{ id: "f", actions: ["view"] }] }] as never);
  clearJobs();
  vi.clearAllMocks();
  vi.mocked(figuresFile).mockResolvedValue(new Blob());
  vi.mocked(takeTile).mockImplementation(async (_client, _board, _search, one) => ({
    tile: one,
    asked: { chart: one.chart, filters: [] },
    form: undefined,
    data: data as TileData,
  }));
});

it("a board goes into one file, a sheet for each tile of the open tab, or of all of them as they are read", async () => {
  await runBoardExport({ ...asked, extent: "open" }, means);
  expect(vi.mocked(figuresFile).mock.calls).toEqual([
    ["xlsx", ["one", "two"].map((name) => ({ name, columns: ["工单数"], rows: [[{ number: "7" }]] }))],
  ]);
  expect(vi.mocked(saveFile).mock.calls[0]?.[1]).toBe("维修 · 今天.xlsx");
  expect(job()).toMatchObject({ done: 2, total: 2, ended: "已导出 2 个图表，文件已交给浏览器保存。", failures: [] });

  await runBoardExport({ ...asked, extent: "all" }, means);
  expect(vi.mocked(figuresFile).mock.calls[1]?.[1].map(({ name }) => name)).toEqual(["one", "two", "week"]);
  expect(vi.mocked(saveFile).mock.calls[1]?.[1]).toBe("维修.xlsx");
});

it("what could not be had is missing and says why", async () => {
  const body = { code: "not_allowed", title: "没有权限", detail: "", data: {}, problems: [], request_id: "r" };
  const problem = new ApiProblem({ ...body, status: 403 });
  vi.mocked(takeTile).mockResolvedValueOnce({ tile: tile("one", "t1"), why: "failed", problem });
  await runBoardExport({ ...asked, extent: "all" }, means);
  expect(vi.mocked(figuresFile).mock.calls[0]?.[1].map(({ name }) => name)).toEqual(["two", "week"]);
  expect(job()?.failures.map(({ title }) => title)).toEqual(["one"]);
  expect(job()?.ended).toMatch(/没有包含在内/);
});

it("whoever stops it in between gets no file", async () => {
  vi.mocked(takeTile).mockImplementationOnce(async (_client, _board, _search, one) => {
    job()?.cancel?.();
    return { tile: one, why: "failed", problem: null };
  });
  await runBoardExport({ ...asked, extent: "all" }, means);
  expect([vi.mocked(figuresFile).mock.calls.length, vi.mocked(saveFile).mock.calls.length]).toEqual([0, 0]);
  expect(job()).toMatchObject({ done: 1, total: 3, ended: "已取消，没有生成文件。" });
});

it("orders leave the house as data only with whoever may export them", async () => {
  const list: Tile = { ...tile("list", "t1"), chart: { kind: "table", form: "f", columns: ["title"] } };
  const listed = { ...board, definition: { ...board.definition, tiles: [list, tile("one", "t1")] } };
  await runBoardExport({ ...asked, board: listed, extent: "all" }, means);
  expect(vi.mocked(figuresFile).mock.calls[0]?.[1].map(({ name }) => name)).toEqual(["one"]);
  expect(job()?.failures).toEqual([{ title: "list", reason: "没有导出这些工单的权限" }]);
});

it("a picture says what was narrowed", () => {
  const condition = ({ column }: Condition) => String(column);
  const search = { span: "today", dept: ["d"], cross: { tile: "x", key: "k", form: "f", filters: [] } } as const;
  const words = narrowedWords(
    { ...search, dept: ["d"], cross: { ...search.cross, filters: [] } },
    () => ({ condition }),
    i18n.getFixedT("zh", "columns"),
  );
  expect(words).toEqual(["今天", "department"]);
});
