// Files of people: what kind they are, the template to start from, and the list of what has to be corrected.

import type { ImportProblem } from "@/api/directory";

export const IMPORT_BYTES_MAX = 20 * 1024 * 1024;

const KINDS: Record<string, string> = {
  csv: "text/csv",
  txt: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

export const ACCEPTED = Object.keys(KINDS)
  .map((ending) => `.${ending}`)
  .join(",");

/** With the right type: browsers name a CSV differently, Windows even as an Excel file. `null`: not one of ours. */
export function asImport(file: File): Blob | null {
  const ending = file.name.slice(file.name.lastIndexOf(".") + 1).toLowerCase();
  const type = KINDS[ending];
  return type ? new Blob([file], { type }) : null;
}

const BOM = "﻿";

/** One cell; a leading sign of a formula is disarmed, so that a spreadsheet shows it and does not run it. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** With a byte order mark: Excel reads Chinese only then. */
export function csvOf(rows: readonly (readonly string[])[]): Blob {
  const text = rows.map((row) => row.map(cell).join(",")).join("\r\n");
  return new Blob([`${BOM}${text}\r\n`], { type: "text/csv;charset=utf-8" });
}

export interface ProblemWords {
  head: readonly [row: string, column: string, problem: string];
  wholeRow: string;
  sentence: (problem: ImportProblem) => string;
}

export function problemRows(problems: readonly ImportProblem[], words: ProblemWords): string[][] {
  const lines = problems.map((problem) => [
    String(problem.row),
    problem.column || words.wholeRow,
    words.sentence(problem),
  ]);
  return [[...words.head], ...lines];
}
