import type { ReactNode } from "react";
import type { ArtName } from "./art";
import styles from "./EmptyState.module.css";
import { Mosaic } from "./Mosaic";

export interface EmptyStateProps {
  art: ArtName;
  /** One sentence: what is not here. */
  title: ReactNode;
  /** What a person can do about it. */
  text?: ReactNode;
  /** The one button that fixes it. */
  action?: ReactNode;
}

export function EmptyState({ art, title, text, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <Mosaic name={art} />
      <h2 className={styles.title}>{title}</h2>
      {text && <p className={styles.text}>{text}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
