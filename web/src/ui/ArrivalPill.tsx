import styles from "./ArrivalPill.module.css";
import { cx } from "./cx";

interface ArrivalPillProps {
  /** What came, in words; `null`: nothing did. */
  label: string | null;
  /** Where it stands over the list. */
  className: string | undefined;
  onPress: () => void;
}

/** What came to a list meanwhile waits behind it, so that nothing jumps under the pointer. */
export function ArrivalPill({ label, className, onPress }: ArrivalPillProps) {
  return (
    <div aria-live="polite">
      {label && (
        <button type="button" className={cx(styles.pill, className)} onClick={onPress}>
          {label}
        </button>
      )}
    </div>
  );
}
