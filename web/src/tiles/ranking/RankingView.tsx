import { cx } from "@/ui/cx";
import type { TileViewProps } from "../registry";
import { useSpeech } from "../speech";
import styles from "./RankingView.module.css";
import { rankingRows } from "./ranking_rows";

const MEDALS = 3;

/** The largest first, each with a bar as long as its share of the first. Without buttons in it the list itself takes the focus, to be scrolled. */
export function RankingView({ chart, data, form, onOpen }: TileViewProps<"ranking">) {
  const rows = rankingRows(chart, data, form, useSpeech());
  return (
    <ol className={styles.ranking} {...(!onOpen && { tabIndex: 0 })}>
      {rows.map(({ key, label, place, value, share, fill, said, isRest }, at) => (
        <li key={key}>
          <button
            type="button"
            className={styles.row}
            disabled={isRest || !onOpen}
            title={said}
            onClick={() => onOpen?.(key)}
          >
            <span className={cx(styles.place, at < MEDALS && !isRest && styles.medal)}>{place}</span>
            <span className={styles.label}>{label}</span>
            <span className={styles.value}>{value}</span>
            <span className={styles.track}>
              <span style={{ width: `${share * 100}%`, background: `var(--${fill})` }} />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
