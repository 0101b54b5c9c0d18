import { Link } from "@tanstack/react-router";
import type { Notice } from "@/api/notices";
import { useTranslation } from "@/i18n/words";
import { cx } from "@/ui/cx";
import { useFormat } from "@/ui/format";
import { usePerson } from "@/ui/people";
import styles from "./notices.module.css";

/** One notice in words: who did what to which order. */
export function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const { t } = useTranslation("notice");
  const format = useFormat();
  const { subject, order, title, node_name, by, text } = notice.message;
  const who = usePerson(by)?.name ?? t("clock");
  return (
    <Link
      to="/orders/$id"
      params={{ id: order }}
      className={cx(styles.notice, !notice.is_read && styles.fresh)}
      onClick={onOpen}
    >
      <strong>{t(`subject.${subject}`, { who, node: node_name })}</strong>
      <span>{title}</span>
      {text && <q>{text}</q>}
      <time>{format.ago(notice.at)}</time>
    </Link>
  );
}
