import type { ReactNode } from "react";
import type { Color } from "@/model/color";
import styles from "./Figure.module.css";

export interface FigureProps {
  value: string;
  /** Unshortened, in the tooltip. */
  whole: string;
  color?: Color | null | undefined;
  /** One line below. */
  children?: ReactNode;
  onOpen?: (() => void) | undefined;
}

/** Longer numbers are set smaller. */
const LONG_CHARS = 9;

/** A large number with a line below; a button where it opens something. */
export function Figure({ value, whole, color, children, onOpen }: FigureProps) {
  const style = color ? { color: `var(--pick-${color})` } : undefined;
  const isLong = value.length > LONG_CHARS;
  return (
    <div className={styles.figure} data-long={isLong}>
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
