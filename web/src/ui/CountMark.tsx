import type { ReactNode } from "react";
import styles from "./CountMark.module.css";

const SHOWN_MAX = 99;

interface CountMarkProps {
  count: number;
  /** The sign stands in the middle of a button, which is larger. */
  isOnButton?: boolean;
  children?: ReactNode;
}

/** A number at the corner of a sign, or alone in a line; nothing at zero. */
export function CountMark({ count, isOnButton, children }: CountMarkProps) {
  return (
    <span className={styles.sign}>
      {children}
      {count > 0 && (
        <span className={styles.count} data-alone={!children} data-on-button={isOnButton} title={String(count)}>
          {count > SHOWN_MAX ? `${SHOWN_MAX}+` : count}
        </span>
      )}
    </span>
  );
}
