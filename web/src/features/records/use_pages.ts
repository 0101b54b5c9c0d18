import { useQueries } from "@tanstack/react-query";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { queryClient } from "@/api/query_client";
import { PAGE_ROWS, type RecordPage, type RecordQuery, type RecordRow, recordPageQuery } from "@/api/records";
import { isNear, pageOf, type Range, wanted } from "./page";

export interface Pages {
  /** Another question, another key. */
  key: string;
  /** Another one whenever rows came. */
  stamp: number;
  total: number;
  /** `undefined`: not here yet. */
  rowAt: (index: number) => RecordRow | undefined;
  /** Among the rows at hand; -1 when it is not there. */
  indexOf: (id: string) => number;
  /** Also those that are not at hand: for the clipboard. */
  between: (range: Range) => Promise<RecordRow[]>;
  /** Nothing has come yet. */
  isEmpty: boolean;
  /** These rows answer the question before; the new ones are on their way. */
  isStale: boolean;
  error: Error | null;
  retry: () => void;
  /** What is in view now. */
  look: (range: Range) => void;
}

interface Kept {
  /** Which question the pages answer. */
  key: string;
  stamp: number;
  total: number;
  pages: Map<number, RecordPage>;
}

const TOP: Range = { first: 0, last: 0 };

/** A jump rests this long before anything is asked: a scrollbar that is dragged passes hundreds of pages. */
const REST_MS = 80;

/** All rows that pass, of which only those near the view are asked for. */
export function usePages(form: string, question: RecordQuery, isOn: boolean): Pages {
  const key = JSON.stringify([form, question]);
  const kept = useRef<Kept>({ key: "", stamp: 0, total: 0, pages: new Map() });
  const { range, look } = useRange(key, kept);
  const slots = wanted(range, kept.current.key === key ? kept.current.total : 0);
  const queries = useQueries({
    queries: slots.map((slot) => ({ ...recordPageQuery(form, question, slot), enabled: isOn })),
  });

  queries.forEach(({ data }, index) => {
    const slot = slots[index];
    if (!data || slot === undefined) return;
    if (kept.current.key !== key) kept.current = { ...kept.current, key, pages: new Map() };
    if (kept.current.pages.get(slot) === data) return;
    kept.current.pages.set(slot, data);
    kept.current.total = data.total;
    kept.current.stamp += 1;
  });
  const { pages, stamp, total, key: answered } = kept.current;
  const failed = queries.find(({ error, data }) => error && !data);
  return {
    key,
    stamp,
    total,
    rowAt: (index) => pages.get(pageOf(index))?.rows[index % PAGE_ROWS],
    indexOf: (id) => {
      for (const [slot, { rows }] of pages) {
        const at = rows.findIndex((row) => row.id === id);
        if (at >= 0) return slot * PAGE_ROWS + at;
      }
      return -1;
    },
    between: (wish) => rowsBetween(form, question, wish),
    isEmpty: answered === "",
    isStale: answered !== key,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
    look,
  };
}

interface Looked {
  key: string;
  range: Range;
}

/** What is looked at; of another question its start. Only other pages are a reason to render: a scroll inside one is not. */
function useRange(key: string, kept: RefObject<Kept>): Pick<Pages, "look"> & { range: Range } {
  const [looked, setLooked] = useState<Looked>({ key, range: TOP });
  const range = looked.key === key ? looked.range : TOP;
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);
  const look = useCallback(
    (next: Range) => {
      clearTimeout(resting.current);
      const pages = (one: Range) => wanted(one, kept.current.total).join();
      const go = () =>
        setLooked((old) => (old.key === key && pages(old.range) === pages(next) ? old : { key, range: next }));
      if (isNear(range, next)) go();
      else resting.current = setTimeout(go, REST_MS);
    },
    [key, kept, range],
  );
  return { range, look };
}

/** What the cache has is not asked again. */
async function rowsBetween(form: string, question: RecordQuery, { first, last }: Range): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  for (let page = pageOf(first); page <= pageOf(last); page += 1) {
    const data: RecordPage = await queryClient.fetchQuery(recordPageQuery(form, question, page));
    rows.push(...data.rows);
  }
  const start = first % PAGE_ROWS;
  return rows.slice(start, start + last - first + 1);
}

/** Tells the pages which rows are drawn. */
export function useLooked({ look }: Pages, drawn: readonly { index: number }[]): void {
  const first = drawn[0]?.index ?? 0;
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => look({ first, last }), [look, first, last]);
}
