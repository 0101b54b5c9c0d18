import { cx } from "./cx";
import styles from "./Skeletons.module.css";

const rows = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** One grey bar; `width` in CSS units. Skeletons stay invisible for the first 300 ms. */
export function Bone({ width = "100%", height = 12 }: { width?: string; height?: number }) {
  return <span className={styles.bone} style={{ width, height }} />;
}

export function ListSkeleton({ count = 6 }: { count?: number }) {
  return (
    <div className={styles.late} aria-hidden="true">
      {rows(count).map((i) => (
        <div key={i} className={styles.listRow}>
          <span className={cx(styles.bone, styles.dot)} />
          <div className={styles.lines}>
            <Bone width={`${64 - (i % 3) * 12}%`} />
            <Bone width={`${38 + (i % 2) * 14}%`} height={10} />
          </div>
        </div>
      ))}
    </div>
  );
}

export function TableSkeleton({ count = 8, columns = 5 }: { count?: number; columns?: number }) {
  return (
    <div className={cx(styles.late, styles.card)} aria-hidden="true">
      {rows(count).map((i) => (
        <div key={i} className={styles.tableRow}>
          {rows(columns).map((c) => (
            <Bone key={c} width={`${50 + ((i * 3 + c * 7) % 5) * 9}%`} />
          ))}
        </div>
      ))}
    </div>
  );
}

export function CardsSkeleton({ count = 6 }: { count?: number }) {
  return (
    <div className={cx(styles.late, styles.cards)} aria-hidden="true">
      {rows(count).map((i) => (
        <div key={i} className={cx(styles.card, styles.cardBody)}>
          <Bone width="40px" height={40} />
          <Bone width="60%" />
          <Bone width="85%" height={10} />
        </div>
      ))}
    </div>
  );
}

export function FormSkeleton({ count = 5 }: { count?: number }) {
  return (
    <div className={styles.late} aria-hidden="true">
      {rows(count).map((i) => (
        <div key={i} className={styles.formRow}>
          <Bone width="96px" height={10} />
          <Bone height={34} />
        </div>
      ))}
    </div>
  );
}

/** A designer: what there is, the surface, the settings. */
export function PanesSkeleton() {
  const pane = (
    <div className={styles.pane}>
      {rows(7).map((i) => (
        <Bone key={i} width={`${90 - (i % 3) * 18}%`} height={16} />
      ))}
    </div>
  );
  return (
    <div className={cx(styles.late, styles.panes)} aria-hidden="true">
      {pane}
      <div className={styles.sheet}>
        {rows(4).map((i) => (
          <Bone key={i} height={48} />
        ))}
      </div>
      {pane}
    </div>
  );
}
