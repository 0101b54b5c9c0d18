import { useTranslation } from "react-i18next";
import { cx } from "@/ui/cx";
import { Figure } from "../figure/Figure";
import styles from "../figure/Figure.module.css";
import type { TileViewProps } from "../registry";
import { useAmount } from "../words";

/** One number; with a target, how far it is. */
export function NumberView({ chart, data, form, onOpen }: TileViewProps<"number">) {
  const { t } = useTranslation("tiles");
  const { amount, short } = useAmount(chart, data, form);
  const target = chart.target ? Number(chart.target) : 0;
  const share = target > 0 && data.total !== null ? data.total / target : null;
  const isReached = share !== null && share >= 1;
  return (
    <Figure
      value={short(data.total)}
      whole={amount(data.total)}
      color={isReached ? "green" : chart.color}
      onOpen={onOpen && (() => onOpen())}
    >
      {share !== null && (
        <div className={styles.target}>
          <span className={styles.track}>
            <span
              className={cx(styles.done, isReached && styles.reached)}
              style={{ width: `${Math.max(0, Math.min(share, 1)) * 100}%` }}
            />
          </span>
          <span>{t("targetOf", { value: amount(target) })}</span>
        </div>
      )}
      {share === null && chart.measure.kind !== "count" && <p>{t("ofOrders", { count: data.count })}</p>}
    </Figure>
  );
}
