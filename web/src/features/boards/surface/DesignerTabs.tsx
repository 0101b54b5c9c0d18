import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "@/i18n/words";
import { BOARD_TABS_MAX, type Tab } from "@/model/report";
import { RenameBox } from "@/ui/designer/RenameBox";
import { toastStep } from "@/ui/designer/step_toast";
import { startDrag } from "@/ui/drag";
import { IconButton } from "@/ui/IconButton";
import type { BoardStore } from "../edits/edits";
import type { TabEdits } from "../edits/tab_edits";
import { tabGapAt } from "../edits/tab_gap";
import { focusTab, tabMove } from "../view/tab_keys";
import { besideTab } from "../view/tabs";
import styles from "../view/tabs.module.css";
import { DesignerTabMenu } from "./DesignerTabMenu";

export interface DesignerTabsProps {
  tabs: readonly Tab[];
  open: string | null;
  edits: TabEdits;
  onOpen: (tab: string) => void;
  store: BoardStore;
}

/** The pages of the board over its surface: opened, added, renamed, moved and deleted. */
export function DesignerTabs({ tabs, open, edits, onOpen, store }: DesignerTabsProps) {
  const { t } = useTranslation("boards");
  const [renamed, rename] = useState<string | null>(null);
  const at = tabs.findIndex(({ id }) => id === open);
  const shown = tabs[at];
  const add = () => {
    const made = edits.add((place) => t("tabs.name", { at: place }));
    if (made) onOpen(made);
  };
  const remove = ({ id, name }: Tab) => {
    const next = besideTab(tabs, id, at > 0 ? -1 : 1);
    const count = edits.remove(id);
    if (next && next !== id) onOpen(next);
    toastStep(store, tabs.length > 1 ? t("tabs.removed", { name, count }) : t("tabs.dissolved", { name }));
  };
  const press = (tab: Tab, key: string, isAlt: boolean, row: Element | null): boolean => {
    const by = tabMove(key);
    if (key === "F2") rename(tab.id);
    else if (key === "Delete" || key === "Backspace") remove(tab);
    else if (by && isAlt) edits.move(tab.id, by < 0 ? at - 1 : at + 2);
    else if (by) {
      const next = besideTab(tabs, tab.id, by);
      if (next) onOpen(next);
      focusTab(row, next);
    } else return false;
    return true;
  };
  // A box to type in is no part of a row of tabs.
  const row = renamed ? {} : { role: "tablist", "aria-label": t("tabs.label") };
  return (
    <div className={styles.bar}>
      {tabs.length > 0 && (
        <div className={styles.row} {...row} data-glides>
          {tabs.map((tab) =>
            tab.id === renamed ? (
              <RenameBox
                key={tab.id}
                text={tab.name}
                label={t("tabs.rename")}
                className={styles.renamed}
                onDone={(name) => {
                  rename(null);
                  if (name !== null) edits.rename(tab.id, name);
                }}
              />
            ) : (
              <button
                key={tab.id}
                type="button"
                role="tab"
                className={styles.tab}
                data-tab={tab.id}
                aria-selected={tab.id === open}
                tabIndex={tab.id === open ? 0 : -1}
                onClick={() => onOpen(tab.id)}
                onDoubleClick={() => rename(tab.id)}
                onPointerDown={({ nativeEvent, currentTarget }) =>
                  startDrag<number>(nativeEvent, {
                    label: tab.name,
                    sources: [currentTarget],
                    over: (x) => tabGapAt(currentTarget.parentElement, x),
                    drop: (gap) => edits.move(tab.id, gap),
                  })
                }
                onKeyDown={(event) => {
                  if (!press(tab, event.key, event.altKey, event.currentTarget.parentElement)) return;
                  // What is selected on the grid answers to the same keys.
                  event.preventDefault();
                  event.stopPropagation();
                }}
              >
                {tab.name}
              </button>
            ),
          )}
        </div>
      )}
      <IconButton
        label={t("tabs.add")}
        icon={<Plus size={16} />}
        isDisabled={tabs.length >= BOARD_TABS_MAX}
        onClick={add}
      />
      {shown && (
        <DesignerTabMenu tab={shown} at={at} count={tabs.length} edits={edits} onRename={rename} onRemove={remove} />
      )}
    </div>
  );
}
