import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import type { Color } from "@/model/color";
import styles from "./Figure.module.css";

/** Below this a figure is no longer one. */
const SMALLEST_PX = 16;

export interface FigureProps {
  value: string;
  /** Unshortened, in the tooltip. */
  whole: string;
  color?: Color | null | undefined;
  /** One line below. */
  children?: ReactNode;
  onOpen?: (() => void) | undefined;
}

/** A large number with a line below; a button where it opens something. */
export function Figure({ value, whole, color, children, onOpen }: FigureProps) {
  const style = color ? { color: `var(--pick-${color})` } : undefined;
  const box = useRef<HTMLDivElement>(null);
  useFit(box, value);
  return (
    <div className={styles.figure} ref={box}>
      {onOpen ? (
        <button type="button" className={styles.value} style={style} title={whole} onClick={onOpen}>
          {value}
        </button>
      ) : (
        <strong className={styles.value} style={style} title={whole}>
          {value}
        </strong>
      )}
      <div className={styles.below}>{children}</div>
    </div>
  );
}

/** A number too long or too high for its tile is set smaller, so that no digit is cut off. */
function useFit(box: RefObject<HTMLDivElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is as wide as it is
  useLayoutEffect(() => {
    const element = box.current;
    const [number, below] = element?.children ?? [];
    if (!element || !(number instanceof HTMLElement) || !(below instanceof HTMLElement)) return;
    // Told before the first paint and by each change of size; it only reads, unless the number does not fit or did not before.
    const watch = new ResizeObserver(() => {
      if (number.style.fontSize) number.style.fontSize = "";
      const gap = Number.parseFloat(getComputedStyle(element).rowGap) || 0;
      const room = element.clientHeight - below.offsetHeight - gap;
      const share = Math.min(element.clientWidth / number.scrollWidth, room / number.offsetHeight);
      if (!(share < 1)) return;
      const full = Number.parseFloat(getComputedStyle(number).fontSize);
      number.style.fontSize = `${Math.max(SMALLEST_PX, Math.floor(full * share))}px`;
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [box, text]);
}
