// A board taken away, as one picture or as one file with a sheet for each tile: a job of the tray, because every tile is asked anew.

import type { QueryClient } from "@tanstack/react-query";
import { appsQuery } from "@/api/apps";
import { type Board, figuresFile } from "@/api/boards";
import { i18n } from "@/i18n/i18n";
import { clauses } from "@/i18n/joined";
import { NO_FORM } from "@/model/form";
import type { Tile } from "@/model/report";
import type { Speech } from "@/tiles/speech";
import { figuresOf } from "@/tiles/tile_figures";
import { type Failure, startSteps } from "@/ui/jobs";
import { pngOf } from "@/ui/png";
import { problemText } from "@/ui/problem_text";
import { saveFile } from "@/ui/save_file";
import { type BoardSearch, readingOrder } from "../view/board_look";
import { narrowedWords } from "../view/narrowed_words";
import { type Extent, pagesOf } from "../view/tabs";
import { isMissing, isTaken, type Missing, mayTake, type Taken, takeTile } from "../view/taken";

export type BoardFormat = "xlsx" | "png";

export interface BoardExport {
  board: Board;
  search: BoardSearch;
  /** The open tab; `null` on a board of one page. */
  open: string | null;
  extent: Extent;
  format: BoardFormat;
}

interface Means {
  client: QueryClient;
  speech: Speech;
}

const word = (
  key: "title" | "done" | "some" | "cancelled" | "failed" | "refused",
  data: Record<string, unknown> = {},
) => i18n.t(`exports.${key}`, { ns: "boards", ...data });

/** What could be had is in the file; of the rest the tray says why not. */
export async function runBoardExport(exported: BoardExport, means: Means): Promise<void> {
  const { board, search, open, extent, format } = exported;
  const pages = pagesOf(board.definition).filter(({ tab }) => extent === "all" || tab === open);
  const [first] = pages;
  const name = extent === "open" && first?.name ? `${board.name} · ${first.name}` : board.name;
  const file = `${name}.${format}`;
  const tiles = pages.flatMap((page) => readingOrder(page.tiles));
  const { tell, isStopped } = startSteps({ title: word("title", { file }), total: tiles.length });
  const apps = await means.client.ensureQueryData(appsQuery);
  const had: (Taken | Missing)[] = [];
  for (const tile of tiles) {
    if (isStopped()) return tell({ ended: word("cancelled") });
    // A picture holds no more than the screen does.
    const isRefused = format === "xlsx" && !mayTake(tile, apps);
    had.push(isRefused ? { tile, why: "refused" } : await takeTile(means.client, board, search, tile));
    tell({ done: had.length });
  }
  const failures = had.filter(isMissing).map(failureOf);
  const taken = had.filter(isTaken);
  const retry = () => void runBoardExport(exported, means);
  try {
    if (taken.length === 0) return tell({ ended: word("failed"), failures, retry });
    const made = format === "xlsx" ? workbook(taken, means.speech) : picture({ name, pages, had, search }, means);
    const bytes = await made;
    if (isStopped()) return tell({ ended: word("cancelled") });
    saveFile(bytes, file);
    tell({ ended: word(failures.length > 0 ? "some" : "done", { count: taken.length }), failures });
  } catch (problem) {
    tell({ ended: word("failed"), failures: [{ title: file, reason: problemText(problem).title }], retry });
  }
}

export function failureOf(missing: Missing): Failure {
  const reason = missing.why === "refused" ? word("refused") : problemText(missing.problem).title;
  return { title: missing.tile.title, reason };
}

const workbook = (taken: readonly Taken[], speech: Speech): Promise<Blob> =>
  figuresFile(
    "xlsx",
    taken.map(({ tile, asked, data, form }) => ({
      name: tile.title,
      ...figuresOf(asked.chart, data, form ?? NO_FORM, speech),
    })),
  );

interface Pictured {
  name: string;
  pages: readonly { name: string; tiles: readonly Tile[] }[];
  had: readonly (Taken | Missing)[];
  search: BoardSearch;
}

async function picture({ name, pages, had, search }: Pictured, { speech }: Means): Promise<Blob> {
  const [{ BOARD_PX, boardPicture }, { pictureOf }] = await Promise.all([
    import("./board_picture"),
    import("@/tiles/picture/svg_parts"),
  ]);
  const taken = had.filter(isTaken);
  const oldest = Math.min(...taken.map(({ data }) => data.as_of));
  const forms = new Map(taken.map((one) => [one.tile.chart.form, one.form]));
  const wordsOf = (form: string | null | undefined) => speech.columnsOf(forms.get(form ?? "") ?? NO_FORM);
  const tColumns = i18n.getFixedT(null, "columns");
  const asOf = i18n.t("tileAsOf", { ns: "boards", at: speech.format.dateTime(oldest) });
  const drawn = boardPicture(
    {
      title: name,
      subtitle: clauses([asOf, ...narrowedWords(search, wordsOf, tColumns)]),
      // One tab alone is named by the title.
      pages: pages.length > 1 ? pages : pages.map(({ tiles }) => ({ name: "", tiles })),
      search,
      taken: new Map(taken.map((one) => [one.tile.id, one])),
      missing: new Map(had.filter(isMissing).map((one) => [one.tile.id, failureOf(one).reason])),
    },
    speech,
    tColumns,
  );
  const there = pictureOf(drawn, BOARD_PX);
  return pngOf(there.svg, there);
}
