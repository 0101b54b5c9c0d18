import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { INBOX_TABS, type InboxPage, type InboxTab } from "@/api/inbox";
import styles from "./inbox.module.css";

export function InboxTabs({ tab, counts }: { tab: InboxTab; counts: InboxPage["counts"] | undefined }) {
  const { t } = useTranslation("inbox");
  return (
    <nav className={styles.tabs} aria-label={t("tabs.label")}>
      {INBOX_TABS.map((name) => (
        <Link
          key={name}
          to="/inbox"
          search={name === "todo" ? {} : { tab: name }}
          className={styles.tab}
          aria-current={name === tab ? "page" : undefined}
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
