import styles from "./Announcer.module.css";
import { useAnnounced } from "./announce";

/** Says what was announced; there before the first word, or nobody would hear it. */
export function Announcer() {
  const { text, count } = useAnnounced();
  return (
    <div className={styles.heard} aria-live="polite">
      <p key={count}>{text}</p>
    </div>
  );
}
