import { Dropdown } from "antd";
import { ArrowRightLeft } from "lucide-react";
import type { PointerEvent } from "react";
import { useTranslation } from "@/i18n/words";
import styles from "./Kanban.module.css";
import { RecordCard, type RecordCardProps } from "./RecordCard";

export interface KanbanCardProps extends RecordCardProps {
  /** Lanes the card may go to; empty when it may not move. */
  ways: readonly { key: string; label: string }[];
  onMove: (key: string) => void;
  onGrab: (event: PointerEvent) => void;
}

/** A card that can be dragged; the same move is in its menu, for the keyboard and the thumb. */
export function KanbanCard({ ways, onMove, onGrab, ...card }: KanbanCardProps) {
  const { t } = useTranslation("records");
  return (
    <li className={styles.kanbanCard} onPointerDown={onGrab}>
      <RecordCard {...card} />
      {ways.length > 0 && (
        <Dropdown
          trigger={["click"]}
          placement="bottomRight"
          menu={{ items: ways.map(({ key, label }) => ({ key: `to-${key}`, label, onClick: () => onMove(key) })) }}
        >
          <button
            type="button"
            className={styles.move}
            aria-label={t("moveTo")}
            title={t("moveTo")}
            onPointerDown={(event) => event.stopPropagation()}
          >
            <ArrowRightLeft size={14} />
          </button>
        </Dropdown>
      )}
    </li>
  );
}
