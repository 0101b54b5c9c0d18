import { cx } from "@/ui/cx";
import { readingsOf } from "../reading";
import type { TileViewProps } from "../registry";
import { useAmount, useTileWords } from "../words";
import styles from "./RankingView.module.css";

const MEDALS = 3;

/** The largest first, each with a bar as long as its share of the first. Without buttons in it the list itself takes the focus, to be scrolled. */
export function RankingView({ chart, data, form, onOpen }: TileViewProps<"ranking">) {
  const words = useTileWords();
  const { amount } = useAmount(chart, data, form);
  const readings = readingsOf(chart, data, words);
  const most = Math.max(...readings.map(({ value }) => Math.abs(value ?? 0)), 1e-9);
  const paint = `var(--fill-${chart.color ?? "teal"})`;
  return (
    <ol className={styles.ranking} data-picture="ranking" {...(!onOpen && { tabIndex: 0 })}>
      {readings.map(({ key, label, value, color, isRest }, place) => (
        <li key={key}>
          <button
            type="button"
            className={styles.row}
            disabled={isRest || !onOpen}
            title={label}
            onClick={() => onOpen?.(key)}
          >
            <span className={cx(styles.place, place < MEDALS && !isRest && styles.medal)}>
              {isRest ? "…" : place + 1}
            </span>
            <span className={styles.label}>{label}</span>
            <span className={styles.value}>{amount(value)}</span>
            <span className={styles.track}>
              <span
                style={{
                  width: `${(Math.abs(value ?? 0) / most) * 100}%`,
                  background: isRest ? "var(--line-strong)" : color && !chart.color ? `var(--fill-${color})` : paint,
                }}
              />
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
