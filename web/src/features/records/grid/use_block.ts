import { useState } from "react";
import type { RecordRow } from "@/api/records";
import type { NameBook } from "@/fields/reading";
import { useTranslation } from "@/i18n/words";
import { columnKey } from "@/model/report";
import { useFormat } from "@/ui/format";
import { toast } from "@/ui/toast";
import { isAsSeen } from "../pages/page";
import type { Pages } from "../pages/use_pages";
import { type Cells, type RowMarks, shownValue } from "./cells";
import { tabbed, tableHtml } from "./clipboard";
import { type Box, sizeOf } from "./grid_keys";
import { CELLS_MAX, type Lane, type Plan, planOf, spread, type Wish } from "./plan";
import { drawnOver } from "./series";

/** Copied at once; the export takes the whole list. */
const COPIED_MAX = 100_000;
/** Fewer changes without a fault are saved without a question: they can be taken back. */
const ASKED_FROM = 51;

interface Block {
  pages: Pages;
  lanes: readonly Lane[];
  names: NameBook;
  cells: Cells;
}

class ListMoved extends Error {}

const withMarks = (row: RecordRow, marks: RowMarks | undefined): RecordRow => {
  const entries = Object.entries(marks ?? {}).map(([key, mark]) => [key, shownValue(mark, row, key)]);
  return entries.length > 0 ? { ...row, values: { ...row.values, ...Object.fromEntries(entries) } } : row;
};

/** What is done with many cells at once: copied, pasted over, filled on, emptied. `plan` waits for the person's answer. */
export function useBlock({ pages, lanes, names, cells }: Block) {
  const { t } = useTranslation("records");
  const format = useFormat();
  const [plan, setPlan] = useState<Plan | null>(null);

  const rowsOf = async ({ top, bottom }: Box): Promise<RecordRow[]> => {
    const { marks } = cells.store.getState();
    const range = { first: top, last: bottom };
    const near = Array.from({ length: bottom - top + 1 }, (_, at) => pages.rowAt(top + at));
    const there = near.filter((row) => row !== undefined);
    const rows = there.length === near.length ? there : await pages.between(range);
    // Counted by place, rows may be others than those that are seen: then nothing is done with any.
    if (!isAsSeen(rows, near)) {
      pages.accept();
      throw new ListMoved();
    }
    return rows.map((row) => withMarks(row, marks.get(row.id)));
  };
  const isTooMuch = (box: Box, max: number): boolean => {
    const count = sizeOf(box);
    if (count > max) toast.info(t("grid.tooMuch", { chosen: format.number(count), max: format.number(max) }));
    return count > max;
  };

  const put = async (block: readonly (readonly Wish[])[], chosen: Box, isAsked: boolean) => {
    const over = spread(block, chosen, { rows: pages.total, columns: lanes.length });
    if (isTooMuch(over.box, CELLS_MAX)) return;
    const made = planOf(over, await rowsOf(over.box), lanes, names);
    const isClean = made.wrong.length === 0 && made.lost.rows + made.lost.columns === 0;
    if (isClean && made.changes.length === 0) toast.info(t("grid.nothing"));
    else if (!isClean || (made.changes.length > 1 && isAsked) || made.changes.length >= ASKED_FROM) setPlan(made);
    else await cells.write(made.changes);
  };
  const wishesOf = async (box: Box): Promise<Wish[][]> =>
    (await rowsOf(box)).map((row) =>
      lanes.slice(box.left, box.right + 1).map(({ column, text }) => {
        const key = columnKey(column);
        const value = row.values[key] ?? null;
        return { text: text(value), from: { key, value } };
      }),
    );
  const guarded = (work: Promise<void>) =>
    void work.catch((error) => (error instanceof ListMoved ? toast.info(t("grid.listMoved")) : toast.problem(error)));

  return {
    plan,
    close: () => setPlan(null),
    paste: (lines: readonly (readonly string[])[], chosen: Box) =>
      guarded(
        put(
          lines.map((line) => line.map((text) => ({ text }))),
          chosen,
          true,
        ),
      ),
    clear: (box: Box) => guarded(put([[{ text: "" }]], box, false)),
    /** `isOther`: a series is copied, and a single value begins one. */
    fill: (source: Box, over: Box, isOther = false) => {
      if (isTooMuch(over, CELLS_MAX)) return;
      const size = { rows: over.bottom - over.top + 1, columns: over.right - over.left + 1 };
      const strips = lanes
        .slice(over.left, over.right + 1)
        .map(({ field, text }) => ({ control: field?.control, text }));
      guarded(wishesOf(source).then((block) => put(drawnOver(block, size, strips, isOther), over, false)));
    },
    copy: (box: Box) => {
      if (isTooMuch(box, COPIED_MAX)) return;
      const chosen = lanes.slice(box.left, box.right + 1);
      const lines = rowsOf(box).then((rows) =>
        rows.map((row) =>
          chosen.map(({ column, text, isNumber }) => ({ text: text(row.values[columnKey(column)]), isNumber })),
        ),
      );
      const plain = lines.then((all) => tabbed(all.map((line) => line.map(({ text }) => text))));
      guarded(write(plain, lines.then(tableHtml)).then(() => toast.success(t("grid.copied", { count: sizeOf(box) }))));
    },
  };
}

/** The promises go in as they are: a browser lets a page write only right after the key. */
async function write(plain: Promise<string>, html: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === "undefined") return navigator.clipboard.writeText(await plain);
  const blob = (text: Promise<string>, type: string) => text.then((written) => new Blob([written], { type }));
  const item = { "text/plain": blob(plain, "text/plain"), "text/html": blob(html, "text/html") };
  await navigator.clipboard.write([new ClipboardItem(item)]);
}
