import styles from "./Kbd.module.css";
import { keyLabels } from "./shortcuts";

/** A key chord as caps: `mod+shift+z`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={styles.chord}>
      {keyLabels(keys).map((label) => (
        <kbd key={label} className={styles.key}>
          {label}
        </kbd>
      ))}
    </span>
  );
}
