import { useTranslation } from "@/i18n/words";
import { kindOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { columnKey } from "@/model/report";
import { useColumnWords } from "@/ui/column_words";
import { useFormat } from "@/ui/format";
import type { Look } from "../look/look";
import styles from "./PrintedRows.module.css";
import type { Pages } from "./use_pages";
import { usePrinted } from "./use_printed";

interface PrintedRowsProps {
  definition: FormDefinition;
  look: Look;
  pages: Pages;
}

const NUMBERS = new Set(["number", "duration"]);

/** The list on paper, where nothing scrolls: a plain table whose heading stands on every sheet. */
export function PrintedRows({ definition, look, pages }: PrintedRowsProps) {
  const { t } = useTranslation("records");
  const words = useColumnWords(definition);
  const format = useFormat();
  const rows = usePrinted(pages);
  if (!rows) return null;
  const columns = look.columns.map((column) => ({
    key: columnKey(column),
    column,
    isNumber: NUMBERS.has(kindOf(column, definition) ?? ""),
  }));
  return (
    <>
      <table className={styles.rows}>
        <thead>
          <tr>
            {columns.map(({ key, column, isNumber }) => (
              <th key={key} scope="col" data-number={isNumber}>
                {words.label(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map(({ key, column, isNumber }) => (
                <td key={key} data-number={isNumber}>
                  {column === "state" ? words.text(column, row.state) : words.text(column, row.values[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < pages.total && <p>{t("printed", { first: format.number(rows.length) })}</p>}
    </>
  );
}
