import type { ReactNode } from "react";
import styles from "./still.module.css";

interface StillBoxProps {
  /** What would be written in it; empty for nothing. */
  text: string;
  placeholder?: string;
  prefix?: ReactNode;
  suffix?: ReactNode;
  /** Lines of a box for a longer text. */
  rows?: number;
}

/** A control as it stands on a sheet that is designed: nothing is typed or opened there, so a box looks the same and a sheet of hundreds
 *  of them opens at once. */
export function StillBox({ text, placeholder, prefix, suffix, rows }: StillBoxProps) {
  return (
    <div className={styles.box} style={rows ? { height: rows * LINE_PX + AROUND_PX } : undefined} data-long={!!rows}>
      {prefix && <span className={styles.beside}>{prefix}</span>}
      <span className={styles.text} data-empty={!text}>
        {text || placeholder}
      </span>
      {suffix && <span className={styles.beside}>{suffix}</span>}
    </div>
  );
}

/** As tall as the component kit draws a box for several lines. */
const LINE_PX = 22;
const AROUND_PX = 12;
