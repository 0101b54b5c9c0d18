import styles from "./ChangeRows.module.css";

export interface ChangeRow {
  id: string;
  tone: "success" | "danger" | "info";
  text: string;
}

/** One line for each thing that differs. */
export function ChangeRows({ rows }: { rows: readonly ChangeRow[] }) {
  return (
    <ul className={styles.changes}>
      {rows.map(({ id, tone, text }) => (
        <li key={id} data-tone={tone}>
          {text}
        </li>
      ))}
    </ul>
  );
}
