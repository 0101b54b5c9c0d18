import { useTranslation } from "@/i18n/words";
import type { Tab } from "@/model/report";
import { useShortcuts } from "@/ui/shortcuts";
import { focusTab, tabMove } from "./tab_keys";
import { besideTab } from "./tabs";
import styles from "./tabs.module.css";

export interface BoardTabsProps {
  /** At least two. */
  tabs: readonly Tab[];
  open: string | null;
  onOpen: (tab: string) => void;
}

/** The pages of a board, for whoever looks: pressed, walked with the arrows, or changed by `[` and `]` from anywhere. */
export function BoardTabs({ tabs, open, onOpen }: BoardTabsProps) {
  const { t } = useTranslation("boards");
  const step = (by: 1 | -1): string | null => {
    const next = besideTab(tabs, open, by);
    if (next) onOpen(next);
    return next;
  };
  useShortcuts(t("title"), [
    { keys: "[", label: t("tabs.before"), run: () => step(-1) },
    { keys: "]", label: t("tabs.after"), run: () => step(1) },
  ]);
  return (
    <div className={styles.strip} role="tablist" aria-label={t("tabs.label")}>
      {tabs.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          className={styles.tab}
          data-tab={id}
          aria-selected={id === open}
          tabIndex={id === open ? 0 : -1}
          onClick={() => onOpen(id)}
          onKeyDown={({ key, currentTarget }) => {
            const by = tabMove(key);
            if (by) focusTab(currentTarget.parentElement, step(by));
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
