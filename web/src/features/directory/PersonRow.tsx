import { memo } from "react";
import type { DirectoryUser } from "@/api/directory";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import { cx } from "@/ui/cx";
import { StateTag } from "@/ui/StateTag";
import { UserAvatar } from "@/ui/UserAvatar";
import styles from "./directory.module.css";

interface PersonRowProps {
  user: DirectoryUser;
  /** Names of the departments. */
  departments: string;
  manager: string;
  onOpen: (user: string) => void;
}

/** Scrolling makes and drops many of them; those that stay are not drawn again. */
export const PersonRow = memo(function PersonRow({ user, departments, manager, onOpen }: PersonRowProps) {
  const { t } = useTranslation("directory");
  return (
    <button type="button" className={cx(styles.person, !user.is_active && styles.gone)} onClick={() => onOpen(user.id)}>
      <UserAvatar name={user.name} size={32} />
      <span className={styles.who}>
        <strong>{user.name}</strong>
        <small>{user.login}</small>
      </span>
      <span className={styles.cell}>{departments}</span>
      <span className={styles.cell}>{listed(user.positions ?? [])}</span>
      <span className={cx(styles.cell, styles.wide)}>{manager && t("reportsTo", { name: manager })}</span>
      <span className={styles.state}>
        {!user.is_active && <StateTag tone="neutral">{t("user.inactive")}</StateTag>}
        {user.is_active && user.has_password === false && <StateTag tone="warning">{t("user.noPassword")}</StateTag>}
      </span>
    </button>
  );
});
