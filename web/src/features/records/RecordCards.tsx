import type { UIEvent } from "react";
import { useTranslation } from "react-i18next";
import type { RecordRow } from "@/api/records";
import type { FormDefinition } from "@/model/form";
import { columnKey } from "@/model/report";
import { useColumnWords } from "@/ui/column_words";
import { OrderStateTag } from "@/ui/OrderStateTag";
import type { Look } from "./look";
import styles from "./records.module.css";

const SHOWN = 4;
const AHEAD = 600;

export interface RecordCardsProps {
  definition: FormDefinition;
  look: Look;
  rows: readonly RecordRow[];
  onOpen: (id: string) => void;
  onEnd: (() => void) | undefined;
}

/** The list on a phone: a card per record instead of a shrunken table. */
export function RecordCards({ definition, look, rows, onOpen, onEnd }: RecordCardsProps) {
  const { t } = useTranslation("records");
  const onScroll = ({ currentTarget }: UIEvent<HTMLElement>) => {
    if (currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight < AHEAD) onEnd?.();
  };
  return (
    <ul className={styles.cards} aria-label={t("title")} onScroll={onScroll}>
      {rows.map((row) => (
        <li key={row.id} className={styles.cardRow}>
          <RecordCard definition={definition} look={look} row={row} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

interface RecordCardProps {
  definition: FormDefinition;
  look: Look;
  row: RecordRow;
  onOpen: (id: string) => void;
}

export function RecordCard({ definition, look, row, onOpen }: RecordCardProps) {
  const { t } = useTranslation("records");
  const words = useColumnWords(definition);
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
