// The keys of the list. The order beside it declares its own (a, r, t, c).

import { useTranslation } from "@/i18n/words";
import { useShortcuts } from "@/ui/shortcuts";

interface InboxMoves {
  /** The row the keys act on. */
  at: string | null;
  /** How many rows are ticked. */
  picked: number;
  move: (step: number) => void;
  show: (key: string | null) => void;
  tick: (key: string, isRange: boolean) => void;
  clear: () => void;
}

export function useInboxKeys({ at, picked, move, show, tick, clear }: InboxMoves): void {
  const { t } = useTranslation("inbox");
  const withRow = (run: (key: string) => void) => () => {
    if (at) run(at);
  };
  useShortcuts(t("keys.title"), [
    { keys: "j", label: t("keys.next"), run: () => move(1) },
    { keys: "k", label: t("keys.previous"), run: () => move(-1) },
    { keys: "arrowdown", label: t("keys.next"), run: () => move(1) },
    { keys: "arrowup", label: t("keys.previous"), run: () => move(-1) },
    { keys: "o", label: t("keys.open"), run: withRow(show) },
    { keys: "x", label: t("keys.tick"), run: withRow((key) => tick(key, false)) },
    { keys: "shift+x", label: t("keys.range"), run: withRow((key) => tick(key, true)) },
    { keys: "escape", label: t("keys.back"), run: () => (picked > 0 ? clear() : show(null)) },
  ]);
}
