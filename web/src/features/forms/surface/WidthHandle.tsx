import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { announce } from "@/ui/designer/announce";
import { resize } from "../edits/act";
import { useDesigning } from "../edits/session";
import { COLUMNS, fraction, widthAt, widthByKey } from "../edits/widths";
import styles from "../forms.module.css";

interface WidthHandleProps {
  field: string;
  span: number;
  box: RefObject<HTMLElement | null>;
}

/** The right edge: dragged, or moved by keys, in twelfths of the sheet. */
export function WidthHandle({ field, span, box }: WidthHandleProps) {
  const { t } = useTranslation("forms");
  const { store } = useDesigning();
  const [isDragged, setDragged] = useState(false);
  const onPointerDown = (down: PointerEvent<HTMLElement>) => {
    down.stopPropagation();
    const handle = down.currentTarget;
    const grid = box.current?.closest("[data-grid]");
    const own = box.current?.getBoundingClientRect();
    if (!grid || !own) return;
    // A field ends a gap before the next column begins.
    const gap = Number.parseFloat(getComputedStyle(grid).columnGap) || 0;
    const column = (grid.getBoundingClientRect().width + gap) / COLUMNS;
    const held = down.clientX - own.right;
    handle.setPointerCapture(down.pointerId);
    setDragged(true);
    const move = ({ clientX }: globalThis.PointerEvent) =>
      resize(store, [field], widthAt((clientX - held - own.left + gap) / column));
    handle.addEventListener("pointermove", move);
    const end = () => {
      handle.removeEventListener("pointermove", move);
      setDragged(false);
    };
    handle.addEventListener("lostpointercapture", end, { once: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.altKey ? null : widthByKey(span, event.key);
    if (next === null) return;
    event.preventDefault();
    resize(store, [field], next);
    announce(t("said.width", { width: fraction(next) }));
  };
  return (
    <button
      type="button"
      className={styles.width}
      data-handle
      data-dragged={isDragged}
      role="slider"
      aria-label={t("width")}
      aria-valuenow={span}
      aria-valuetext={fraction(span)}
      aria-valuemin={1}
      aria-valuemax={COLUMNS}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    >
      <span className={styles.readout}>{fraction(span)}</span>
    </button>
  );
}
