import { useQueries } from "@tanstack/react-query";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { queryClient } from "@/api/query_client";
import { PAGE_ROWS, type RecordPage, type RecordQuery, type RecordRow, recordPageQuery } from "@/api/records";
import { isNear, pageOf, type Range, wanted } from "./page";
import { type Kept, listedAnew, NOTHING_KEPT, placeOf, rowOf, type Stir } from "./renewal";

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
  /** Records that came and would push the others away. */
  waiting: number;
  /** Shows them. */
  accept: () => void;
  /** What the person does in the list. */
  setStir: (stir: Stir) => void;
}

const TOP: Range = { first: 0, last: 0 };

/** A jump rests this long before anything is asked: a scrollbar that is dragged passes hundreds of pages. */
const REST_MS = 80;

/** All rows that pass, of which only those near the view are asked for. */
export function usePages(form: string, question: RecordQuery, isOn: boolean): Pages {
  const key = JSON.stringify([form, question]);
  const kept = useRef(NOTHING_KEPT);
  const [stir, setStir] = useState<Stir>("none");
  const [accepted, setAccepted] = useState(0);
  const { range, look } = useRange(key, kept);
  const slots = wanted(range, kept.current.key === key ? kept.current.listed.total : 0);
  const queries = useQueries({
    queries: slots.map((slot) => ({ ...recordPageQuery(form, question, slot), enabled: isOn })),
  });

  const fresh = new Map<number, RecordPage>();
  queries.forEach(({ data }, index) => {
    const slot = slots[index];
    if (data && slot !== undefined) fresh.set(slot, data);
  });
  // While one page is new and its neighbour is not, a row between them is in neither.
  const isWhole = queries.every(({ isFetching }) => !isFetching);
  if (fresh.size > 0) kept.current = listedAnew(kept.current, { key, fresh, stir, accepted, isWhole });
  const { listed, stamp, key: answered } = kept.current;
  const failed = queries.find(({ error, data }) => error && !data);
  return {
    key,
    stamp,
    total: listed.total,
    rowAt: (index) => rowOf(listed, index),
    indexOf: (id) => placeOf(listed, id),
    between: (wish) => rowsBetween(form, question, wish),
    isEmpty: answered === "",
    isStale: answered !== key,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
    look,
    waiting: listed.waiting,
    accept: () => setAccepted((count) => count + 1),
    setStir,
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
      const pages = (one: Range) => wanted(one, kept.current.listed.total).join();
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
