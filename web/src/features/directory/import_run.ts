// The import, step by step: a file is chosen, tried, then taken over in portions. These are a job of the tray: they go on while the
// page is left, and what was taken over stays. The same file once more does what is left.

import { create } from "zustand";
import { directoryQuery, type ImportReport, importPortion, tryImport } from "@/api/directory";
import { queryClient } from "@/api/query_client";
import { i18n } from "@/i18n/i18n";
import { startSteps } from "@/ui/jobs";
import { problemText } from "@/ui/problem_text";
import { asImport, IMPORT_BYTES_MAX } from "./import_file";
import { forgetPasswords } from "./password_round";

export type ImportStep =
  | { kind: "choose"; wrong?: "type" | "size" }
  | { kind: "checking"; name: string }
  | { kind: "checked"; name: string; report: ImportReport }
  | { kind: "running"; name: string; report: ImportReport; done: number }
  | { kind: "done"; name: string; report: ImportReport }
  | { kind: "failed"; name: string; error: unknown };

interface Chosen {
  name: string;
  body: Blob;
}

/** Each portion reads the whole file again. */
const PORTIONS_MAX = 20;
const PORTION_MIN = 100;

const FIRST: ImportStep = { kind: "choose" };

export const useImportStep = create<{ step: ImportStep }>(() => ({ step: FIRST }));

const go = (step: ImportStep) => useImportStep.setState({ step });

let chosen: Chosen | null = null;

export function chooseImport(file: File): void {
  const body = asImport(file);
  if (!body) go({ kind: "choose", wrong: "type" });
  else if (file.size > IMPORT_BYTES_MAX) go({ kind: "choose", wrong: "size" });
  else {
    chosen = { name: file.name, body };
    void checkImport();
  }
}

/** Also once more: the file was corrected, the network is back, or a part of it is done. */
export async function checkImport(): Promise<void> {
  const file = chosen;
  if (!file) return;
  go({ kind: "checking", name: file.name });
  try {
    go({ kind: "checked", name: file.name, report: await tryImport(file.body) });
  } catch (error) {
    go({ kind: "failed", name: file.name, error });
  }
}

export async function runImport(): Promise<void> {
  const { step } = useImportStep.getState();
  if (chosen && step.kind === "checked") await takeOver(chosen, step.report);
}

/** The page is left: what runs goes on, everything else begins anew. */
export function leaveImport(): void {
  forgetPasswords();
  if (useImportStep.getState().step.kind !== "running") restartImport();
}

export function restartImport(): void {
  chosen = null;
  go(FIRST);
}

async function takeOver({ name, body }: Chosen, report: ImportReport): Promise<void> {
  const total = report.left;
  const portion = Math.max(PORTION_MIN, Math.ceil(total / PORTIONS_MAX));
  const { tell, isStopped } = startSteps({ title: i18n.t("import.job.title", { ns: "directory", name }), total });
  let left = total;
  const progress = () => {
    const done = Math.max(total - left, 0);
    tell({ done });
    go({ kind: "running", name, report, done });
  };
  const ended = (key: "done" | "stopped") =>
    i18n.t(`import.job.${key}`, { ns: "directory", count: key === "done" ? report.rows : total - left, total });
  try {
    progress();
    for (let begun = 0; begun < total && left > 0 && !isStopped(); begun += portion) {
      ({ left } = await importPortion(body, portion));
      progress();
    }
    tell({ ended: ended(left > 0 ? "stopped" : "done") });
    if (left > 0) await checkImport();
    else go({ kind: "done", name, report });
  } catch (error) {
    const failures = [{ title: name, reason: problemText(error).title }];
    tell({ ended: ended("stopped"), failures, retry: () => void goOn({ name, body }) });
    go({ kind: "failed", name, error });
  }
  await queryClient.invalidateQueries({ queryKey: directoryQuery.queryKey });
}

/** With what is left by now; a file that has become wrong meanwhile is shown on the page. */
async function goOn(file: Chosen): Promise<void> {
  chosen = file;
  await checkImport();
  const { step } = useImportStep.getState();
  if (step.kind === "checked" && step.report.problems.length === 0) await runImport();
}
