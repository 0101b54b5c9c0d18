import type { PointerEvent, RefObject } from "react";
import { useTranslation } from "@/i18n/words";
import { resize } from "./act";
import styles from "./forms.module.css";
import { useDesigning } from "./session";

const COLUMNS = 12;

interface WidthHandleProps {
  field: string;
  span: number;
  box: RefObject<HTMLElement | null>;
}

/** The right edge: dragged, or moved by the arrow keys, in twelfths of the sheet. */
export function WidthHandle({ field, span, box }: WidthHandleProps) {
  const { t } = useTranslation("forms");
  const { store } = useDesigning();
  const to = (next: number) => resize(store, [field], Math.min(COLUMNS, Math.max(1, next)));
  const onPointerDown = (down: PointerEvent<HTMLElement>) => {
    down.stopPropagation();
    const handle = down.currentTarget;
    const width = box.current?.closest("[data-grid]")?.getBoundingClientRect().width ?? 0;
    const left = box.current?.getBoundingClientRect().left ?? 0;
    handle.setPointerCapture(down.pointerId);
    const move = ({ clientX }: globalThis.PointerEvent) => to(Math.round(((clientX - left) / width) * COLUMNS));
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", move), {
      once: true,
    });
  };
  return (
    <button
      type="button"
      className={styles.width}
      data-handle
      role="slider"
      aria-label={t("width")}
      aria-valuenow={span}
      aria-valuemin={1}
      aria-valuemax={COLUMNS}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={onPointerDown}
      onKeyDown={(event) => {
        if (event.key === "ArrowLeft") to(span - 1);
        if (event.key === "ArrowRight") to(span + 1);
      }}
    />
  );
}
