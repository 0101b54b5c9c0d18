import { useTranslation } from "@/i18n/words";
import { cx } from "@/ui/cx";
import { Figure } from "../figure/Figure";
import styles from "../figure/Figure.module.css";
import type { TileViewProps } from "../registry";
import { useAmount } from "../words";

/** One number; with a target, how far it is. Of spans of time the target is the most it should be, of the rest the least. */
export function NumberView({ chart, data, form, onOpen }: TileViewProps<"number">) {
  const { t } = useTranslation("tiles");
  const { amount, short } = useAmount(chart, data, form);
  const target = chart.target ? Number(chart.target) : 0;
  const total = data.total;
  if (target <= 0 || total === null) {
    return (
      <Figure value={short(total)} whole={amount(total)} color={chart.color} onOpen={onOpen && (() => onOpen())}>
        {chart.measure.kind !== "count" && <p>{t("ofOrders", { count: data.count })}</p>}
      </Figure>
    );
  }
  const isSpan = data.format === "duration";
  const isMet = isSpan ? total <= target : total >= target;
  const color = isMet ? "green" : isSpan ? "red" : chart.color;
  const words = !isSpan
    ? t("targetOf", { value: amount(target) })
    : isMet
      ? t("targetMost", { value: amount(target) })
      : t("targetOver", { value: amount(target), over: amount(total - target) });
  const mark = isMet ? styles.reached : isSpan && styles.missed;
  return (
    <Figure value={short(total)} whole={amount(total)} color={color} onOpen={onOpen && (() => onOpen())}>
      <div className={styles.target}>
        <span className={styles.track}>
          <span
            className={cx(styles.done, mark)}
            style={{ width: `${Math.max(0, Math.min(total / target, 1)) * 100}%` }}
          />
        </span>
        <span>{words}</span>
      </div>
    </Figure>
  );
}
