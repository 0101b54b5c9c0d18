// The import, step by step: a file is chosen, tried, then taken over as a whole.

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { directoryQuery, type ImportReport, runImport, tryImport } from "@/api/directory";
import { newId } from "@/model/id";
import { asImport, IMPORT_BYTES_MAX } from "./import_file";

export type ImportStep =
  | { kind: "choose"; wrong?: "type" | "size" }
  | { kind: "checking"; name: string }
  | { kind: "checked"; name: string; report: ImportReport }
  | { kind: "running"; name: string; report: ImportReport }
  | { kind: "done"; name: string; report: ImportReport }
  | { kind: "failed"; name: string; error: unknown };

export interface ImportRun {
  step: ImportStep;
  choose: (file: File) => void;
  /** The same file again: it was corrected, or the network is back. */
  again: () => void;
  run: () => void;
  restart: () => void;
}

export function useImport(): ImportRun {
  const cache = useQueryClient();
  const [step, setStep] = useState<ImportStep>({ kind: "choose" });
  const chosen = useRef<{ name: string; body: Blob; key: string } | null>(null);
  const check = async () => {
    const file = chosen.current;
    if (!file) return;
    setStep({ kind: "checking", name: file.name });
    try {
      setStep({ kind: "checked", name: file.name, report: await tryImport(file.body) });
    } catch (error) {
      setStep({ kind: "failed", name: file.name, error });
    }
  };
  const run = async () => {
    const file = chosen.current;
    if (!file || step.kind !== "checked") return;
    setStep({ ...step, kind: "running" });
    try {
      // One key per file: a second try after a lost answer imports nothing twice.
      setStep({ kind: "done", name: file.name, report: await runImport(file.body, file.key) });
      await cache.invalidateQueries({ queryKey: directoryQuery.queryKey });
    } catch (error) {
      setStep({ kind: "failed", name: file.name, error });
    }
  };
  return {
    step,
    choose: (file) => {
      const body = asImport(file);
      if (!body) return setStep({ kind: "choose", wrong: "type" });
      if (file.size > IMPORT_BYTES_MAX) return setStep({ kind: "choose", wrong: "size" });
      chosen.current = { name: file.name, body, key: newId() };
      void check();
    },
    again: () => void check(),
    run: () => void run(),
    restart: () => {
      chosen.current = null;
      setStep({ kind: "choose" });
    },
  };
}
