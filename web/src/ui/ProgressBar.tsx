import { useTranslation } from "@/i18n/words";
import { useFormat } from "./format";
import styles from "./ProgressBar.module.css";

export interface ProgressBarProps {
  label: string;
  done: number;
  /** 0: not known yet. */
  total: number;
  unit?: "bytes" | undefined;
  onCancel?: () => void;
}

/** A long job with a known end: "124 / 3,000" or "1.2 / 30 MB", and a way to stop it. */
export function ProgressBar({ label, done, total, unit, onCancel }: ProgressBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = unit === "bytes" ? format.bytes : format.number;
  return (
    <div className={styles.job}>
      <div className={styles.line}>
        <span className={styles.label}>{label}</span>
        {total > 0 && <span className={styles.count}>{`${said(done)} / ${said(total)}`}</span>}
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
