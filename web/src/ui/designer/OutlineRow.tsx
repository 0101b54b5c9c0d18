import { type PointerEvent, type ReactNode, useEffect, useRef } from "react";
import { cx } from "../cx";
import { AsideButtons, type AsideProps } from "./AsideButtons";
import { EditableLabel } from "./EditableLabel";
import styles from "./OutlineRow.module.css";
import type { OutlinePlace } from "./outline_gap";
import { isMore } from "./selection";

export interface OutlineRowProps {
  icon: ReactNode;
  text: string;
  placeholder: string;
  isSelected: boolean;
  /** Worst of what is wrong with it. */
  mark?: string | undefined;
  /** Absent where nothing is dropped beside it. */
  place?: OutlinePlace;
  /** `isMore`: beside those that are selected. */
  onSelect: (isMore: boolean) => void;
  onRename: (text: string) => void;
  /** Absent where it stays. Hand the event to `startDrag`. */
  onDragStart?: (event: PointerEvent) => void;
  /** Absent where nothing is hidden and locked. */
  aside?: AsideProps;
}

/** One thing of a document in its outline: selected, renamed and dragged as on the surface. The head of a section is at -1. */
export function OutlineRow(props: OutlineRowProps) {
  const { icon, text, placeholder, isSelected, mark, place, onSelect, onRename, onDragStart, aside } = props;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  return (
    <li
      ref={row}
      className={cx(place && place.at < 0 ? styles.head : styles.row, onDragStart && styles.movable)}
      data-selected={isSelected}
      data-mark={mark}
      data-hidden={aside?.isHidden}
      data-outline-section={place?.section}
      data-outline-at={place?.at}
      onPointerDown={(event) => {
        if (!(event.target as Element).closest("input")) onDragStart?.(event);
      }}
    >
      {icon}
      <EditableLabel
        text={text}
        placeholder={placeholder}
        onSelect={(event) => onSelect(isMore(event))}
        onChange={onRename}
        isRefused={aside?.isRefused}
      />
      {aside && <AsideButtons {...aside} name={text || placeholder} />}
    </li>
  );
}

/** All of them; where there is none, `none` says so. */
export function Outline({ none, children }: { none?: string | undefined; children: ReactNode }) {
  return (
    <div className={styles.outline} data-outline>
      {children}
      {none && <p className={styles.none}>{none}</p>}
    </div>
  );
}
