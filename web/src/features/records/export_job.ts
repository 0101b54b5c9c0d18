// Taking records away as a file: a job of the tray, because a hundred thousand rows take longer than a look.

import { type ExportQuery, exportRecords } from "@/api/records";
import { i18n } from "@/i18n/i18n";
import { startJob } from "@/ui/jobs";
import { problemText } from "@/ui/problem_text";
import { saveFile } from "@/ui/save_file";

export interface Exported {
  form: string;
  /** Of the file, without its ending. */
  name: string;
  query: ExportQuery;
}

/** There is a whole file in the end, or none. */
export async function runExport(exported: Exported): Promise<void> {
  const { form, name, query } = exported;
  const file = `${name}.${query.format}`;
  const word = (key: "title" | "done" | "cancelled" | "failed", count = 0) =>
    i18n.t(`exports.${key}`, { ns: "records", file, count });
  const stop = new AbortController();
  const tell = startJob({ title: word("title"), total: 0, cancel: () => stop.abort() });
  let total = 0;
  const onRows = (done: number, of: number) => {
    total = of;
    tell({ done, total });
  };
  try {
    saveFile(await exportRecords(form, query, { onRows, signal: stop.signal }), file);
    tell({ ended: word("done", total) });
  } catch (problem) {
    if (stop.signal.aborted) return tell({ ended: word("cancelled") });
    const failures = [{ title: file, reason: problemText(problem).title }];
    tell({ ended: word("failed"), failures, retry: () => void runExport(exported) });
  }
}
