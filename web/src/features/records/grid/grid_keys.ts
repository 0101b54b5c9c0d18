// Which key goes where in the grid, and what is chosen. Cells are counted from 0.

export interface At {
  row: number;
  column: number;
}

/** A rectangle of cells, from where it began to where the person is now. */
export interface Choice {
  from: At;
  to: At;
}

export const only = (at: At): Choice => ({ from: at, to: at });

export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** All four edges are chosen. */
export const boxOf = ({ from, to }: Choice): Box => ({
  top: Math.min(from.row, to.row),
  bottom: Math.max(from.row, to.row),
  left: Math.min(from.column, to.column),
  right: Math.max(from.column, to.column),
});

export const sizeOf = ({ top, bottom, left, right }: Box): number => (bottom - top + 1) * (right - left + 1);

/** First and last chosen column of a row; `null` when nothing of it is chosen. */
export function chosenIn({ from, to }: Choice, row: number): readonly [number, number] | null {
  if (row < Math.min(from.row, to.row) || row > Math.max(from.row, to.row)) return null;
  return [Math.min(from.column, to.column), Math.max(from.column, to.column)];
}

export interface Size {
  rows: number;
  columns: number;
  /** Rows that fit the view. */
  page: number;
}

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** Tab walks the cells line by line and leaves the grid at its ends. */
export function tabStep({ row, column }: At, isBack: boolean, { rows, columns }: Omit<Size, "page">): At | null {
  const next = row * columns + column + (isBack ? -1 : 1);
  return next < 0 || next >= rows * columns ? null : { row: Math.floor(next / columns), column: next % columns };
}

/** `null`: the key moves nothing. */
export function step({ row, column }: At, { key, ctrlKey, metaKey }: Key, { rows, columns, page }: Size): At | null {
  const isFar = ctrlKey || metaKey;
  const to = ((): At | null => {
    switch (key) {
      case "ArrowDown":
        return { row: isFar ? rows - 1 : row + 1, column };
      case "ArrowUp":
        return { row: isFar ? 0 : row - 1, column };
      case "ArrowRight":
        return { row, column: isFar ? columns - 1 : column + 1 };
      case "ArrowLeft":
        return { row, column: isFar ? 0 : column - 1 };
      case "PageDown":
        return { row: row + page, column };
      case "PageUp":
        return { row: row - page, column };
      case "Home":
        return { row: isFar ? 0 : row, column: 0 };
      case "End":
        return { row: isFar ? rows - 1 : row, column: columns - 1 };
      default:
        return null;
    }
  })();
  return to && within(to, { rows, columns });
}

/** The nearest cell there is. */
export function within({ row, column }: At, { rows, columns }: Omit<Size, "page">): At {
  const near = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at));
  return { row: near(row, rows), column: near(column, columns) };
}
