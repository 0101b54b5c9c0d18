import { useQueries } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { queryClient } from "@/api/query_client";
import { PAGE_ROWS, type RecordPage, type RecordQuery, type RecordRow, recordPageQuery } from "@/api/records";
import { type Chain, FIRST, link, pageOf, type Range, wanted } from "./chain";

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
  /** How many rows the way to a far view has passed; 0 when nothing in view is missing. */
  passed: number;
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

/** All rows that pass, of which only those near the view are asked for. */
export function usePages(form: string, question: RecordQuery, isOn: boolean): Pages {
  const key = JSON.stringify([form, question]);
  const [chain, setChain] = useState<{ key: string; links: Chain }>({ key, links: FIRST });
  const [range, setRange] = useState<Range>({ first: 0, last: 0 });
  const kept = useRef<Kept>({ key: "", stamp: 0, total: 0, pages: new Map() });
  const links = chain.key === key ? chain.links : FIRST;
  const slots = wanted(links, range);
  const queries = useQueries({
    queries: slots.map((slot) => ({ ...recordPageQuery(form, question, links[slot] ?? ""), enabled: isOn })),
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
  useEffect(() => {
    const grown = slots.reduce((now, slot, index) => {
      const data = queries[index]?.data;
      return data ? link(now, slot, data.next ?? null) : now;
    }, links);
    if (grown !== links) setChain({ key, links: grown });
  }, [slots, queries, links, key]);

  // Only a change of pages is a reason to render; a scroll inside one is not.
  const look = useCallback(
    (next: Range) =>
      setRange((old) =>
        same(wanted(links, old), wanted(links, next)) && pageOf(old.last) === pageOf(next.last) ? old : next,
      ),
    [links],
  );
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
    passed: range.last < total && !pages.has(pageOf(range.last)) ? (links.length - 1) * PAGE_ROWS : 0,
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
    look,
  };
}

/** Walks the chain from its start; what the cache has is not asked again. */
async function rowsBetween(form: string, question: RecordQuery, { first, last }: Range): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  let cursor: string | null = "";
  for (let page = 0; cursor !== null && page <= pageOf(last); page += 1) {
    const data: RecordPage = await queryClient.fetchQuery(recordPageQuery(form, question, cursor));
    if (page >= pageOf(first)) rows.push(...data.rows);
    cursor = data.next ?? null;
  }
  const start = first % PAGE_ROWS;
  return rows.slice(start, start + last - first + 1);
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** Tells the pages which rows are drawn. */
export function useLooked({ look }: Pages, drawn: readonly { index: number }[]): void {
  const first = drawn[0]?.index ?? 0;
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => look({ first, last }), [look, first, last]);
}
