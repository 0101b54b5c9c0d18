import { useMemo } from "react";
import { useTranslation } from "@/i18n/words";
import { useShortcuts } from "@/ui/shortcuts";
import { toast } from "@/ui/toast";
import type { Cells } from "./cells";

/** The keys that take cells back and forth. They outlive the rows: a change can be what empties the list. */
export function useUndo(cells: Cells, isOn: boolean): void {
  const { t } = useTranslation("records");
  const shortcuts = useMemo(() => {
    const go = async (way: "undo" | "redo") => {
      const count = await cells[way]();
      if (count === null) toast.info(t(way === "undo" ? "grid.noUndo" : "grid.noRedo"));
      else if (count > 0) toast.success(t(way === "undo" ? "grid.undone" : "grid.redone", { count }));
    };
    return [
      { keys: "mod+z", label: t("grid.undo"), run: () => void go("undo") },
      { keys: "mod+shift+z", label: t("grid.redo"), run: () => void go("redo") },
      { keys: "mod+y", label: t("grid.redo"), run: () => void go("redo") },
    ].map((one) => ({ ...one, isOff: !isOn }));
  }, [cells, isOn, t]);
  useShortcuts(t("grid.keys"), shortcuts);
}
