import { useTranslation } from "@/i18n/words";
import { NO_FORM } from "@/model/form";
import type { GroupChart, GroupKind } from "@/model/report";
import { useColumnWords } from "@/ui/column_words";
import { cx } from "@/ui/cx";
import styles from "./DataTable.module.css";
import { dimensionLabel, measureLabel } from "./labels";
import { readingsOf, splitsOf } from "./reading";
import type { TileViewProps } from "./registry";
import { useAmount, useTileWords } from "./words";

type DataTableProps = Omit<TileViewProps<GroupKind>, "chart"> & { chart: GroupChart };

/** The same groups as a table: for the keyboard, for screen readers, and for exact numbers. */
export function DataTable({ chart, data, title, form, onOpen }: DataTableProps) {
  const { t } = useTranslation("tiles");
  const columns = useColumnWords(form ?? NO_FORM);
  const words = useTileWords();
  const { amount } = useAmount(chart, data, form);
  const readings = readingsOf(chart, data, words);
  const splits = splitsOf(chart, data, words);
  const open = (label: string, run: (() => void) | undefined) =>
    run ? (
      <button type="button" className={styles.open} onClick={run}>
        {label}
      </button>
    ) : (
      label
    );
  return (
    <div className={styles.scroll} {...(!onOpen && { tabIndex: 0 })}>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{chart.dimension ? dimensionLabel(chart.dimension, chart, columns, t) : t("whole")}</th>
            {splits.map(({ key, label }) => (
              <th key={key} scope="col" className={styles.right}>
                {label}
              </th>
            ))}
            <th scope="col" className={styles.right}>
              {splits.length > 0 ? t("whole") : measureLabel(chart.measure, columns, t)}
            </th>
          </tr>
        </thead>
        <tbody>
          {readings.map(({ key, label, value, parts, isRest }) => (
            <tr key={key}>
              <th scope="row">{open(label, onOpen && !isRest ? () => onOpen(key) : undefined)}</th>
              {splits.map((split) => (
                <td key={split.key} className={styles.right}>
                  {open(
                    amount(parts.get(split.key) ?? null),
                    onOpen && !isRest && !split.isRest && parts.has(split.key)
                      ? () => onOpen(key, split.key)
                      : undefined,
                  )}
                </td>
              ))}
              <td className={cx(styles.right, styles.strong)}>{amount(value)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("whole")}</th>
            {splits.map(({ key }) => (
              <td key={key} />
            ))}
            <td className={cx(styles.right, styles.strong)}>{amount(data.total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
