import { ArrowDown, ArrowRight, ArrowUp } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { cx } from "@/ui/cx";
import { useFormat } from "@/ui/format";
import { Figure } from "../figure/Figure";
import styles from "../figure/Figure.module.css";
import type { TileViewProps } from "../registry";
import { changeOf } from "../unit";
import { useAmount } from "../words";

const ARROWS = { up: ArrowUp, down: ArrowDown, level: ArrowRight };

/** One number beside the same number of the period before. Of spans of time less is better; of the rest nobody knows. */
export function NumberChangeView({ chart, data, form, onOpen }: TileViewProps<"number_change">) {
  const { t } = useTranslation("tiles");
  const format = useFormat();
  const { amount, short } = useAmount(chart, data, form);
  const change = changeOf(data.total, data.previous);
  const way = change === null || Math.abs(change) < 0.05 ? "level" : change > 0 ? "up" : "down";
  const tone = data.format !== "duration" || way === "level" ? "even" : way === "down" ? "better" : "worse";
  const Arrow = ARROWS[way];
  return (
    <Figure
      value={short(data.total)}
      whole={amount(data.total)}
      color={chart.color}
      onOpen={onOpen && (() => onOpen())}
    >
      <div className={styles.change}>
        {change !== null && (
          <span className={cx(styles.delta, styles[tone])}>
            <Arrow size={13} aria-label={t(`way.${way}`)} />
            {format.number(Math.abs(change) / 100, { style: "percent", maximumFractionDigits: 1 })}
          </span>
        )}
        <span>{t("before", { value: amount(data.previous ?? null) })}</span>
      </div>
    </Figure>
  );
}
