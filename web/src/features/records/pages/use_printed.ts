// The rows that go onto paper: with Ctrl+P every one of them, by the browser's own menu those that are at hand.

import { useEffect, useRef } from "react";
import type { RecordRow } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import { usePaper } from "@/ui/paper";
import { useShortcuts } from "@/ui/shortcuts";
import { toast } from "@/ui/toast";
import type { Pages } from "./use_pages";

/** Some forty sheets; whoever wants more takes the file. */
const ROWS_MAX = 2_000;

/** `null` while nothing is printed. */
export function usePrinted(pages: Pages): readonly RecordRow[] | null {
  const { t } = useTranslation("records");
  const isPrinting = usePaper((paper) => paper.isPrinting);
  const fetched = useRef<readonly RecordRow[] | null>(null);
  const print = async () => {
    try {
      fetched.current = await pages.between({ first: 0, last: Math.min(pages.total, ROWS_MAX) - 1 });
      window.print();
    } catch (error) {
      toast.problem(error);
    }
  };
  useShortcuts(t("title"), [{ keys: "mod+p", label: t("print"), run: () => void print() }]);
  useEffect(() => {
    if (!isPrinting) return;
    return () => {
      fetched.current = null;
    };
  }, [isPrinting]);
  return isPrinting ? (fetched.current ?? atHand(pages)) : null;
}

/** From the first row on, as far as none is missing. */
function atHand(pages: Pages): RecordRow[] {
  const rows: RecordRow[] = [];
  for (let row = pages.rowAt(0); row; row = pages.rowAt(rows.length)) rows.push(row);
  return rows;
}
