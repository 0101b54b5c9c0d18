// Cells on the clipboard, as spreadsheets write and read them: tabs and lines, and a table in HTML, which keeps types.

/** One cell that leaves: what is read, and whether a spreadsheet may count with it. */
export interface Copied {
  text: string;
  isNumber: boolean;
}

type Lines<Cell> = readonly (readonly Cell[])[];

/** Tabs between cells; a cell with a tab, a quote or a new line in quotes. */
export function tabbed(lines: Lines<string>): string {
  const cell = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return lines.map((line) => line.map(cell).join("\t")).join("\n");
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign).replaceAll("\n", "<br>");

/** Numbers stand bare; everything else is marked as text, or `007` would come out as 7 and `3-4` as a day in March. */
export function tableHtml(lines: Lines<Copied>): string {
  const cell = ({ text, isNumber }: Copied) =>
    isNumber ? `<td>${escaped(text)}</td>` : `<td style='mso-number-format:"\\@"'>${escaped(text)}</td>`;
  const rows = lines.map((line) => `<tr>${line.map(cell).join("")}</tr>`);
  return `<meta charset="utf-8"><table>${rows.join("")}</table>`;
}

/** The reverse of `tabbed`, and what any spreadsheet puts there. The empty line that spreadsheets end with is no row. */
export function readTabbed(text: string): string[][] {
  const lines: string[][] = [];
  let [line, cell, isQuoted]: [string[], string, boolean] = [[], "", false];
  const plain = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(/\n$/, "");
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
      else isQuoted = false;
    } else if (sign === '"' && cell === "" && isClosed(plain, at)) isQuoted = true;
    else if (sign === "\t") [line, cell] = [[...line, cell], ""];
    else if (sign === "\n") {
      lines.push([...line, cell]);
      [line, cell] = [[], ""];
    } else cell += sign;
  }
  return [...lines, [...line, cell]];
}

/** The quote at `from` has a partner that ends its cell; a lone inch sign has none. */
function isClosed(text: string, from: number): boolean {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at += 1;
    else return at + 1 === text.length || /[\t\n]/.test(text[at + 1] ?? "");
  }
  return false;
}

/** The first table of the page, merged cells empty but for their first; `null` when there is none. */
export function readTable(html: string): string[][] | null {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return null;
  const lines: string[][] = [];
  [...table.rows].forEach((row, at) => {
    let column = 0;
    for (const cell of row.cells) {
      while (lines[at]?.[column] !== undefined) column += 1;
      for (let down = 0; down < Math.min(cell.rowSpan, table.rows.length - at); down += 1) {
        const line = lines[at + down] ?? [];
        lines[at + down] = line;
        for (let right = 0; right < cell.colSpan; right += 1) {
          line[column + right] = down + right === 0 ? cellText(cell) : "";
        }
      }
      column += cell.colSpan;
    }
  });
  return lines.map((line) => Array.from(line, (text) => text ?? ""));
}

function cellText(cell: Element): string {
  for (const end of cell.querySelectorAll("br")) end.replaceWith("\n");
  return (cell.textContent ?? "").replaceAll("\u00a0", " ").trim();
}

/** What came from the clipboard. The plain text is the truth where both are there and it has as many cells: HTML loses line ends. */
export function readPasted({ text, html }: { text: string; html: string }): string[][] {
  const plain = text ? readTabbed(text) : [];
  const isBlock = plain.length > 1 || (plain[0]?.length ?? 0) > 1;
  return isBlock ? plain : (html && readTable(html)) || plain;
}
