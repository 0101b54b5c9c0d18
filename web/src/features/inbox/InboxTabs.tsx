import { Link } from "@tanstack/react-router";
import { INBOX_TABS, type InboxPage } from "@/api/inbox";
import { useTranslation } from "@/i18n/words";
import styles from "./inbox.module.css";

/** Which tab is open stands in the address. */
export function InboxTabs({ counts }: { counts: InboxPage["counts"] | undefined }) {
  const { t } = useTranslation("inbox");
  return (
    <nav className={styles.tabs} aria-label={t("tabs.label")}>
      {INBOX_TABS.map((name) => (
        <Link
          key={name}
          to="/inbox"
          search={{ tab: name === "todo" ? undefined : name }}
          activeOptions={{ explicitUndefined: true }}
          className={styles.tab}
        >
          {t(`tabs.${name}`)}
          {counts && counts[name] > 0 && (
            <span className={styles.count}>{counts[name] > 999 ? "999+" : counts[name]}</span>
          )}
          {name === "todo" && counts && counts.overdue > 0 && (
            <span className={styles.overdue} title={t("overdue", { count: counts.overdue })}>
              {counts.overdue}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
