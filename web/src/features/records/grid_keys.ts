// Which key goes where in the grid, what is chosen, and what of it the clipboard gets. Cells are counted from 0.

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

/** First and last chosen column of a row; `null` when nothing of it is chosen. */
export function chosenIn({ from, to }: Choice, row: number): readonly [number, number] | null {
  if (row < Math.min(from.row, to.row) || row > Math.max(from.row, to.row)) return null;
  return [Math.min(from.column, to.column), Math.max(from.column, to.column)];
}

/** As spreadsheets take it: tabs between cells, a cell with a tab, a quote or a new line in quotes. */
export function tabbed(lines: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return lines.map((line) => line.map(cell).join("\t")).join("\n");
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
  return to && { row: within(to.row, rows), column: within(to.column, columns) };
}

const within = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at));
