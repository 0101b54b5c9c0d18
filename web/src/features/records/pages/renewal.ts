// The pages of a list come anew whenever somebody changes a record. What they hold is shown at once; rows that would push
// the others away from under a person wait until they are asked for.

import { PAGE_ROWS, type RecordPage, type RecordRow } from "@/api/records";
import { pageOf } from "./page";

/** What the person does with the list. `write`: a cell is open; nothing moves. `work`: what came new waits. */
export type Stir = "none" | "work" | "write";

export interface Listed {
  total: number;
  pages: ReadonlyMap<number, RecordPage>;
  /** Records that came meanwhile and are not shown yet. */
  waiting: number;
}

const NOTHING_LISTED: Listed = { total: 0, pages: new Map(), waiting: 0 };

/** What is shown, and what of the answers it was made of. */
export interface Kept {
  /** Which question the pages answer. */
  key: string;
  stamp: number;
  listed: Listed;
  /** Made of these answers, and under these conditions. */
  seen: ReadonlyMap<number, RecordPage>;
  stir: Stir;
  accepted: number;
}

export const NOTHING_KEPT: Kept = {
  key: "",
  stamp: 0,
  listed: NOTHING_LISTED,
  seen: new Map(),
  stir: "none",
  accepted: 0,
};

interface Came extends Pick<Kept, "key" | "stir" | "accepted"> {
  /** The pages in view. */
  fresh: ReadonlyMap<number, RecordPage>;
  /** None of them is on its way. */
  isWhole: boolean;
}

export function listedAnew(old: Kept, { key, fresh, stir, accepted, isWhole }: Came): Kept {
  const kept = old.key === key ? old : { ...old, key, listed: NOTHING_LISTED, seen: new Map(), accepted };
  const isSeen = fresh.size === kept.seen.size && [...fresh].every(([slot, page]) => kept.seen.get(slot) === page);
  const isAccepted = accepted !== kept.accepted;
  if (isSeen && stir === kept.stir && !isAccepted) return kept;
  if (!isWhole) {
    const listed = withNew(kept.listed, fresh);
    return listed === kept.listed ? kept : { ...kept, listed, stamp: kept.stamp + 1 };
  }
  // Pages out of view may stand in the old order: they come again when they are looked at.
  const listed = renewed(isAccepted ? NOTHING_LISTED : kept.listed, fresh, stir);
  return { key, listed, stamp: kept.stamp + 1, seen: fresh, stir, accepted };
}

/** `fresh` are the pages in view, all of them asked after the same change. */
export function renewed(old: Listed, fresh: ReadonlyMap<number, RecordPage>, stir: Stir): Listed {
  const taken = { total: totalOf(fresh), pages: new Map([...old.pages, ...fresh]), waiting: 0 };
  const known = [...fresh.keys()].filter((slot) => old.pages.has(slot)).sort((one, other) => one - other);
  const { hasSlid, hasLeft } = moved(old, taken, known);
  const isFar = known.length < fresh.size;
  const isCalm = stir === "none" && old.waiting === 0;
  const stays = stir === "write" ? hasSlid || hasLeft : hasSlid && !(hasLeft || isFar || isCalm);
  if (!stays) return taken;
  return { total: old.total, pages: patched(old.pages, fresh), waiting: Math.max(0, taken.total - old.total) };
}

const totalOf = (fresh: ReadonlyMap<number, RecordPage>): number => [...fresh.values()].at(-1)?.total ?? 0;

const idsIn = ({ pages }: Listed, slots: readonly number[]): string[] =>
  slots.flatMap((slot) => pages.get(slot)?.rows.map(({ id }) => id) ?? []);

/** `hasSlid`: a row stands elsewhere or lower than before. `hasLeft`: one is gone; who only fell over the lower edge is not. */
function moved(old: Listed, now: Listed, slots: readonly number[]) {
  const [before, after] = [idsIn(old, slots), idsIn(now, slots)];
  const [wasThere, isThere] = [new Set(before), new Set(after)];
  const stayed = before.filter((id) => isThere.has(id));
  const last = stayed.at(-1);
  // So many came that all the others are out of view.
  if (last === undefined && now.total > old.total) return { hasSlid: before.length > 0, hasLeft: false };
  const isEnd = slots.includes(pageOf(Math.max(0, now.total - 1)));
  const inner = isEnd || last === undefined ? before : before.slice(0, before.indexOf(last));
  const over = last === undefined ? [] : after.slice(0, after.indexOf(last));
  const order = after.filter((id) => wasThere.has(id));
  return {
    hasLeft: inner.some((id) => !isThere.has(id)),
    hasSlid: over.some((id) => !wasThere.has(id)) || order.some((id, at) => id !== stayed[at]),
  };
}

/** Every row where it was, with what it holds now. Rows that nothing is known of yet come in as they are. */
function patched(old: Listed["pages"], fresh: Listed["pages"]): Listed["pages"] {
  const now = new Map<string, RecordRow>();
  for (const { rows } of fresh.values()) for (const row of rows) now.set(row.id, row);
  const pages = new Map([...fresh, ...old]);
  for (const [slot, page] of old) {
    const isTouched = page.rows.some((row) => now.has(row.id) && now.get(row.id) !== row);
    if (isTouched) pages.set(slot, { ...page, rows: page.rows.map((row) => now.get(row.id) ?? row) });
  }
  return pages;
}

/** Pages that nothing was shown of yet. */
function withNew(old: Listed, fresh: ReadonlyMap<number, RecordPage>): Listed {
  const isNew = [...fresh.keys()].some((slot) => !old.pages.has(slot));
  const total = old.waiting > 0 ? old.total : totalOf(fresh);
  return isNew ? { ...old, total, pages: new Map([...fresh, ...old.pages]) } : old;
}

export const rowOf = ({ pages }: Listed, index: number): RecordRow | undefined =>
  pages.get(pageOf(index))?.rows[index % PAGE_ROWS];

/** Among the rows at hand; -1 when it is not there. */
export function placeOf({ pages }: Listed, id: string): number {
  for (const [slot, { rows }] of pages) {
    const at = rows.findIndex((row) => row.id === id);
    if (at >= 0) return slot * PAGE_ROWS + at;
  }
  return -1;
}
