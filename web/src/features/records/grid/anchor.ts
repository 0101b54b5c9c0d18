// What is chosen in the grid, by what it is: records and columns. The places they have follow the list when it comes anew.

import type { At, Choice } from "./grid_keys";

/** A cell, and where it was last. Without an id: whatever record comes to stand there first. */
export interface Anchor extends At {
  id?: string;
  /** Of the column. */
  key?: string;
}

/** `isOver`: what was chosen is no longer there, and nothing else is in its stead. */
export interface Anchored {
  from: Anchor;
  to: Anchor;
  isOver: boolean;
}

/** The list as an anchor sees it. */
export interface Ground {
  rowAt: (index: number) => { id: string } | undefined;
  indexOf: (id: string) => number;
  /** Of the columns, in their order. */
  keys: readonly string[];
}

export const loose = (at: At): Anchored => ({ from: at, to: at, isOver: false });

export const anchorAt = (at: At, { rowAt, keys }: Ground): Anchor => {
  const [id, key] = [rowAt(at.row)?.id, keys[at.column]];
  return { ...at, ...(id !== undefined && { id }), ...(key !== undefined && { key }) };
};

function foundAt(anchor: Anchor, ground: Ground): Anchor | null {
  const { id, key } = anchor;
  const row = id === undefined || ground.rowAt(anchor.row)?.id === id ? anchor.row : ground.indexOf(id);
  const column = key === undefined || ground.keys[anchor.column] === key ? anchor.column : ground.keys.indexOf(key);
  if (row < 0 || column < 0) return null;
  return row === anchor.row && column === anchor.column ? anchor : { ...anchor, row, column };
}

/** The same choice in the list as it is now. A box whose corners moved apart holds others than those that were chosen: its last cell stays. */
export function settled(held: Anchored, ground: Ground): Anchored {
  if (held.isOver) return held;
  const [from, to] = [foundAt(held.from, ground), foundAt(held.to, ground)];
  if (!to) return { ...held, isOver: true };
  const isSameBox =
    from !== null &&
    to.row - from.row === held.to.row - held.from.row &&
    to.column - from.column === held.to.column - held.from.column;
  if (!isSameBox) return { from: to, to, isOver: false };
  return from === held.from && to === held.to ? held : { from, to, isOver: false };
}

/** From now on it goes by what stands there. */
export function bound(held: Anchored, ground: Ground): Anchored {
  const tie = (anchor: Anchor): Anchor =>
    anchor.id === undefined && ground.rowAt(anchor.row) ? anchorAt(anchor, ground) : anchor;
  const [from, to] = [tie(held.from), tie(held.to)];
  return from === held.from && to === held.to ? held : { ...held, from, to };
}

export const choiceOf = ({ from, to, isOver }: Anchored): Choice | null => (isOver ? null : { from, to });
