// What became of a board from one version to another, chart by chart. Pure.

import type { BoardDefinition, Tile } from "@/model/report";
import type { BoardDoc } from "../edits/change";

export interface BoardDifference {
  added: Tile[];
  removed: Tile[];
  /** Those that ask something else, or are called otherwise; as they are now. */
  changed: Tile[];
  /** The new name. */
  name: string | null;
  /** Charts that were there stand elsewhere, or are larger or smaller. */
  isLayoutNew: boolean;
  /** Named, ordered, or there are others. */
  areTabsNew: boolean;
  areFiltersNew: boolean;
  /** Whoever looks may narrow it by other columns. */
  areViewerFiltersNew: boolean;
  /** Phones show it otherwise: order, heights, what is hidden. */
  isPhoneNew: boolean;
}

/** What the server fills in where nothing is said. */
const UNSAID: Record<string, unknown> = { order: "natural", top: 20, rows: 20, descending: false, hidden: false };

const isUnsaid = (key: string, value: unknown): boolean =>
  value === undefined || value === null || UNSAID[key] === value || (Array.isArray(value) && value.length === 0);

/** The same text for the same content, whatever order it was written in. */
function content(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => {
    if (typeof one !== "object" || one === null || Array.isArray(one)) return one;
    const said = Object.entries(one).filter(([key, part]) => !isUnsaid(key, part));
    return Object.fromEntries(said.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

const same = (a: unknown, b: unknown): boolean => content({ a }) === content({ a: b });

const question = ({ title, chart }: Tile) => ({ title, chart });
const place = ({ tab, x, y, w, h }: Tile) => ({ tab, x, y, w, h });

const find = ({ tiles }: BoardDefinition, id: string): Tile | undefined => tiles.find((tile) => tile.id === id);

export function boardDifference(
  before: Pick<BoardDoc, "name" | "definition">,
  after: Pick<BoardDoc, "name" | "definition">,
): BoardDifference {
  const [old, now] = [before.definition, after.definition];
  const stayed = now.tiles.flatMap((tile) => {
    const was = find(old, tile.id);
    return was ? [{ was, tile }] : [];
  });
  return {
    added: now.tiles.filter(({ id }) => !find(old, id)),
    removed: old.tiles.filter(({ id }) => !find(now, id)),
    changed: stayed.filter(({ was, tile }) => !same(question(was), question(tile))).map(({ tile }) => tile),
    name: before.name === after.name ? null : after.name,
    isLayoutNew: stayed.some(({ was, tile }) => !same(place(was), place(tile))),
    isPhoneNew: !same(old.phone, now.phone),
    areTabsNew: !same(old.tabs, now.tabs),
    areFiltersNew: !same(old.filters, now.filters),
    areViewerFiltersNew: !same(old.viewer_filters, now.viewer_filters),
  };
}
