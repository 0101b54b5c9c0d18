import { GripVertical } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { type Over, startDrag } from "./drag";
import styles from "./ListGrip.module.css";
import { gapAt } from "./list_gap";

interface ListGripProps {
  /** What the row is called. */
  label: string;
  /** Place of the row, from 0. */
  at: number;
  /** To a gap of the list: 0 is before the first. */
  onMove: (gap: number) => void;
  /** Of a list whose rows hold more than one: the gap nearest to a point. */
  gapOf?: (list: Element | null, x: number, y: number) => Over<number>;
}

const gapBelow = (list: Element | null, _x: number, y: number): Over<number> => gapAt(list, y);

/** Moves a row of a short list, by dragging or by the up and down keys. */
export function ListGrip({ label, at, onMove, gapOf = gapBelow }: ListGripProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={styles.grip}
      aria-label={t("moveRow", { label })}
      onPointerDown={({ nativeEvent, currentTarget }) => {
        const list = currentTarget.closest("ol, ul");
        startDrag<number>(nativeEvent, {
          label,
          sources: [currentTarget.closest("li")],
          isGrip: true,
          over: (x, y) => gapOf(list, x, y),
          drop: onMove,
        });
      }}
      onKeyDown={(event) => {
        if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
        // The arrows are the row's here, not the page's or the canvas's.
        event.preventDefault();
        if (event.key === "ArrowDown") onMove(at + 2);
        else if (at > 0) onMove(at - 1);
      }}
    >
      <GripVertical size={14} />
    </button>
  );
}
