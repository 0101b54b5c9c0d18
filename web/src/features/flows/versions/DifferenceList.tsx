import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import styles from "./DifferenceList.module.css";
import { type Difference, differenceOf } from "./difference";

interface DifferenceListProps {
  before: FlowDefinition | null;
  after: FlowDefinition;
  /** Said where nothing differs. */
  same: string;
}

/** Step by step and line by line what changes from one drawing to another. */
export default function DifferenceList({ before, after, same }: DifferenceListProps) {
  const { t } = useTranslation("flows");
  const rows = differenceOf(before, after);
  const nameOf = ({ place, name }: Difference) => {
    if (place.startsWith("notes.")) return t("note.named", { text: name || t("note.blank") });
    return place.startsWith("phases.") ? t("phase.named", { name: name || t("phase.blank") }) : name;
  };
  if (rows.length === 0) return <p className={styles.same}>{same}</p>;
  return (
    <ul className={styles.rows}>
      {rows.map((row) => (
        <li key={`${row.what}.${row.place}`} data-what={row.what}>
          <span className={styles.what}>{t(`publish.${row.what}`)}</span>
          {nameOf(row)}
        </li>
      ))}
    </ul>
  );
}
