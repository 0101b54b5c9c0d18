import type { TileData } from "@/api/boards";
import type { RecordRow } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import { kindOf } from "@/model/column";
import { NO_FORM } from "@/model/form";
import { type Column, columnKey } from "@/model/report";
import { useColumnWords } from "@/ui/column_words";
import { cx } from "@/ui/cx";
import { OrderStateTag } from "@/ui/OrderStateTag";
import styles from "../DataTable.module.css";
import type { TileViewProps } from "../registry";

/** The records themselves; a row opens its order. */
export function TableView({ chart, data, title, form = NO_FORM, onOpen }: TileViewProps<"table">) {
  const { t } = useTranslation("tiles");
  const words = useColumnWords(form);
  const rows = data.rows ?? [];
  const isRight = (column: Column) => ["number", "duration"].includes(kindOf(column, form) ?? "");
  const cell = (row: RecordRow, column: Column) =>
    column === "state" ? <OrderStateTag state={row.state} bare /> : words.text(column, row.values[columnKey(column)]);
  return (
    <div className={styles.scroll} {...(!onOpen && { tabIndex: 0 })}>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            {chart.columns.map((column) => (
              <th key={columnKey(column)} scope="col" className={cx(isRight(column) && styles.right)}>
                {labelOf(data, column) ?? words.label(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={cx(onOpen && styles.opens)} onClick={() => onOpen?.(row.id)}>
              {chart.columns.map((column, at) => (
                <td key={columnKey(column)} className={cx(isRight(column) && styles.right)}>
                  {at === 0 && onOpen ? (
                    <button type="button" className={styles.open} title={t("openOrder")}>
                      {cell(row, column)}
                    </button>
                  ) : (
                    cell(row, column)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the server calls a field; our own words for what every order has. */
function labelOf(data: TileData, column: Column): string | undefined {
  if (typeof column === "string") return undefined;
  return data.columns?.find(({ key }) => key === columnKey(column))?.label || undefined;
}
