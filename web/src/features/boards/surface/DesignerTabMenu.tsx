import { Dropdown } from "antd";
import { ArrowLeft, ArrowRight, EllipsisVertical, PencilLine, Trash2 } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import type { Tab } from "@/model/report";
import type { TabEdits } from "../edits/tab_edits";
import styles from "../view/tabs.module.css";

export interface DesignerTabMenuProps {
  /** The open one. */
  tab: Tab;
  /** Its place in the row, from 0. */
  at: number;
  count: number;
  edits: TabEdits;
  onRename: (tab: string) => void;
  onRemove: (tab: Tab) => void;
}

/** What can be done with the open tab, for whoever does not know the keys. */
export function DesignerTabMenu({ tab, at, count, edits, onRename, onRemove }: DesignerTabMenuProps) {
  const { t } = useTranslation("boards");
  const items = [
    { key: "rename", icon: <PencilLine size={15} />, label: t("tabs.rename"), onClick: () => onRename(tab.id) },
    {
      key: "left",
      icon: <ArrowLeft size={15} />,
      label: t("tabs.left"),
      disabled: at === 0,
      onClick: () => edits.move(tab.id, at - 1),
    },
    {
      key: "right",
      icon: <ArrowRight size={15} />,
      label: t("tabs.right"),
      disabled: at === count - 1,
      onClick: () => edits.move(tab.id, at + 2),
    },
    { type: "divider" as const },
    {
      key: "remove",
      icon: <Trash2 size={15} />,
      danger: true,
      label: count > 1 ? t("tabs.remove") : t("tabs.dissolve"),
      onClick: () => onRemove(tab),
    },
  ];
  return (
    <Dropdown trigger={["click"]} menu={{ items }}>
      <button type="button" className={styles.more} aria-label={t("tabs.actions", { name: tab.name })}>
        <EllipsisVertical size={15} />
      </button>
    </Dropdown>
  );
}
