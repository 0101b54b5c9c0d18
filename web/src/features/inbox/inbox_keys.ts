// The keys of the list. What decides acts on the marked row by opening it; an order that stands beside the list declares its own.

import { useTranslation } from "@/i18n/words";
import { useShortcuts } from "@/ui/shortcuts";

export type Act = "approve" | "reject" | "transfer" | "comment";

const ACTS: readonly [keys: string, act: Act][] = [
  ["a", "approve"],
  ["r", "reject"],
  ["t", "transfer"],
  ["c", "comment"],
];

interface InboxMoves {
  /** The row the keys act on. */
  at: string | null;
  /** How many rows are ticked. */
  picked: number;
  move: (step: number) => void;
  show: (key: string | null) => void;
  /** Opens it with this to be confirmed; absent where there is nothing to decide. */
  decide: ((key: string, act: Act) => void) | null;
  tick: (key: string, isRange: boolean) => void;
  clear: () => void;
}

export function useInboxKeys({ at, picked, move, show, decide, tick, clear }: InboxMoves): void {
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
    ...ACTS.map(([keys, act]) => ({
      keys,
      label: t(`keys.${act}`),
      run: withRow((key) => decide?.(key, act)),
      // Several rows are decided together, in a panel of their own.
      isOff: !decide || !at || picked > 0,
    })),
    { keys: "x", label: t("keys.tick"), run: withRow((key) => tick(key, false)) },
    { keys: "shift+x", label: t("keys.range"), run: withRow((key) => tick(key, true)) },
    { keys: "escape", label: t("keys.back"), run: () => (picked > 0 ? clear() : show(null)) },
  ]);
}
