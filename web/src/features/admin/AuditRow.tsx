import { Link } from "@tanstack/react-router";
import type { AuditEntry } from "@/api/audit";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import { Person } from "@/ui/Person";
import styles from "./admin.module.css";
import { changeText } from "./audit_words";

/** One commit of the log. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const text = entry.changes.map(changeText).join(t("audit.and"));
  return (
    <li className={styles.entry}>
      <time dateTime={new Date(entry.at).toISOString()}>{format.time(entry.at)}</time>
      <span className={styles.actor}>
        {entry.actor ? <Person id={entry.actor} size={20} /> : <span>{t("audit.system")}</span>}
      </span>
      <span className={styles.what}>
        {entry.order ? (
          <Link to="/orders/$id" params={{ id: entry.order }}>
            {text}
          </Link>
        ) : (
          text
        )}
      </span>
      <small className={styles.seq}>{`#${entry.seq}`}</small>
    </li>
  );
}
