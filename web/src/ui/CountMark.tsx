import type { ReactNode } from "react";
import styles from "./CountMark.module.css";

const SHOWN_MAX = 99;

/** A number at the corner of a sign, or alone in a line; nothing at zero. */
export function CountMark({ count, children }: { count: number; children?: ReactNode }) {
  return (
    <span className={styles.sign}>
      {children}
      {count > 0 && (
        <span className={styles.count} data-alone={!children} title={String(count)}>
          {count > SHOWN_MAX ? `${SHOWN_MAX}+` : count}
        </span>
      )}
    </span>
  );
}
