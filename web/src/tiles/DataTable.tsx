import { useTranslation } from "@/i18n/words";
import { NO_FORM } from "@/model/form";
import type { GroupChart, GroupKind } from "@/model/report";
import { cx } from "@/ui/cx";
import { besidesOf } from "./besides";
import styles from "./DataTable.module.css";
import { dimensionLabel, measureLabel } from "./labels";
import { readingsOf, splitsOf } from "./reading";
import type { TileViewProps } from "./registry";
import { useSpeech } from "./speech";
import { amountText } from "./unit";
import { useAmount } from "./words";

type DataTableProps = Omit<TileViewProps<GroupKind>, "chart"> & { chart: GroupChart };

/** The same groups as a table: for the keyboard, for screen readers, and for exact numbers. */
export function DataTable({ chart, data, title, form, onOpen }: DataTableProps) {
  const { t } = useTranslation("tiles");
  const speech = useSpeech();
  const { words, format } = speech;
  const columns = speech.columnsOf(form ?? NO_FORM);
  const besides = besidesOf(chart, data, form, speech);
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
            {besides.map(({ label }, at) => (
              <th key={keyOf(at)} scope="col" className={styles.right}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {readings.map(({ key, label, value, parts, isRest }, index) => (
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
              {besides.map(({ unit, values }, at) => (
                <td key={keyOf(at)} className={styles.right}>
                  {amountText(values[index], unit, format)}
                </td>
              ))}
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
            {besides.map(({ unit, total }, at) => (
              <td key={keyOf(at)} className={styles.right}>
                {amountText(total, unit, format)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** The same measure may be said twice. */
const keyOf = (at: number): string => `besides ${at}`;
