import { useTranslation } from "@/i18n/words";
import styles from "./ProgressBar.module.css";

export interface ProgressBarProps {
  label: string;
  done: number;
  /** 0: not known yet. */
  total: number;
  onCancel?: () => void;
}

/** A long job with a known end: "124 / 3,000", and a way to stop it. */
export function ProgressBar({ label, done, total, onCancel }: ProgressBarProps) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <div className={styles.job}>
      <div className={styles.line}>
        <span className={styles.label}>{label}</span>
        {total > 0 && <span className={styles.count}>{`${number.format(done)} / ${number.format(total)}`}</span>}
        {onCancel && (
          <button type="button" className={styles.cancel} onClick={onCancel}>
            {t("cancel")}
          </button>
        )}
      </div>
      <progress className={styles.bar} value={done} max={Math.max(total, 1)} aria-label={label} />
    </div>
  );
}

/** Two pixels on top of the window while a page is on its way. */
export function RouteProgress({ active }: { active: boolean }) {
  return active ? <div className={styles.route} role="presentation" /> : null;
}
