import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { readPreference, writePreference } from "./preference";
import styles from "./SplitView.module.css";
import { useIsPhone } from "./viewport";

export interface SplitViewProps {
  /** Remembers the width under this name. */
  name: string;
  list: ReactNode;
  /** `null`: nothing chosen. On a phone the list is shown then, and the detail alone otherwise. */
  detail: ReactNode | null;
  /** Desktop, nothing chosen. */
  placeholder: ReactNode;
}

const WIDTH_MIN = 280;
const WIDTH_MAX = 640;
const STEP = 16;

const clamp = (width: number): number => Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, width));

/** A list with the chosen thing beside it; the border between them can be dragged or moved with the arrow keys. */
export function SplitView({ name, list, detail, placeholder }: SplitViewProps) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const [width, setWidth] = useState(() => clamp(readPreference(`split.${name}`, 380)));
  const box = useRef<HTMLDivElement>(null);
  if (isPhone) return <div className={styles.alone}>{detail ?? list}</div>;

  const keep = (next: number) => {
    setWidth(clamp(next));
    writePreference(`split.${name}`, clamp(next));
  };
  const onMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    keep(event.clientX - (box.current?.getBoundingClientRect().left ?? 0));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") keep(width - STEP);
    if (event.key === "ArrowRight") keep(width + STEP);
  };
  return (
    <div className={styles.split} data-chosen={detail !== null} ref={box}>
      <div className={styles.list} style={{ width }}>
        {list}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: an hr cannot be dragged */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={t("resize")}
        aria-valuenow={width}
        aria-valuemin={WIDTH_MIN}
        aria-valuemax={WIDTH_MAX}
        tabIndex={0}
        className={styles.grip}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onMove}
        onKeyDown={onKey}
      />
      <div className={styles.detail}>{detail ?? placeholder}</div>
    </div>
  );
}
