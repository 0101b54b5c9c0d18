import type { ReactNode } from "react";
import { cx } from "./cx";
import styles from "./Page.module.css";

export interface PageProps {
  /** `narrow` 720 px for reading and forms, `normal` 1200 px, `full` the whole surface, without padding. */
  width?: "narrow" | "normal" | "wide" | "full";
  header?: ReactNode;
  /** `wide`: printed across the sheet. */
  paper?: "wide";
  children: ReactNode;
}

/** The frame of a page inside the shell: header on top, content scrolls below it. */
export function Page({ width = "normal", header, paper, children }: PageProps) {
  return (
    <div className={styles.page} data-paper={paper}>
      {header}
      <div className={cx(styles.scroll, width === "full" && styles.full)}>
        <div className={cx(styles.content, styles[width])}>{children}</div>
      </div>
    </div>
  );
}
