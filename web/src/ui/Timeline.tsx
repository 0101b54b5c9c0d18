import type { ReactNode } from "react";
import { cx } from "./cx";
import type { Tone } from "./StateTag";
import styles from "./Timeline.module.css";

export interface TimelineEntry {
  id: string;
  tone: Tone;
  /** Usually an avatar; a plain dot without it. */
  mark?: ReactNode;
  /** Who did what. */
  title: ReactNode;
  /** When, already in words. */
  at: ReactNode;
  body?: ReactNode;
}

/** What happened, in the order given. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <div className={styles.gutter}>{entry.mark ?? <span className={cx(styles.dot, styles[entry.tone])} />}</div>
          <div className={styles.content}>
            <div className={styles.head}>
              <span className={styles.title}>{entry.title}</span>
              <time className={styles.at}>{entry.at}</time>
            </div>
            {entry.body && <div className={styles.body}>{entry.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
