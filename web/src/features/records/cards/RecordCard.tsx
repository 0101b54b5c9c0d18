import type { RecordRow } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import { columnKey } from "@/model/report";
import type { ColumnWords } from "@/ui/column_words";
import { OrderStateTag } from "@/ui/OrderStateTag";
import type { Look } from "../look/look";
import styles from "../look/records.module.css";

const SHOWN = 4;

export interface RecordCardProps {
  words: ColumnWords;
  look: Look;
  row: RecordRow;
  onOpen: (id: string) => void;
}

/** A record in few words: what the table would show, as far as it is filled. */
export function RecordCard({ words, look, row, onOpen }: RecordCardProps) {
  const { t } = useTranslation("records");
  const title = words.text("title", row.values.title);
  const pairs = look.columns
    .filter((column) => column !== "title" && column !== "state")
    .map((column) => ({
      key: columnKey(column),
      label: words.label(column),
      text: words.text(column, row.values[columnKey(column)]),
    }))
    .filter(({ text }) => text)
    .slice(0, SHOWN);
  return (
    <button type="button" className={styles.card} onClick={() => onOpen(row.id)}>
      <span className={styles.cardHead}>
        <strong className={styles.cardTitle}>{title || t("untitled")}</strong>
        <OrderStateTag state={row.state} bare />
      </span>
      {pairs.map(({ key, label, text }) => (
        <span key={key} className={styles.pair}>
          <span className={styles.label}>{label}</span> {text}
        </span>
      ))}
    </button>
  );
}
