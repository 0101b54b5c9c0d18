import { Link } from "@tanstack/react-router";
import type { Notice, UnsentSubject } from "@/api/notices";
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
  const { t: tOrders } = useTranslation("orders");
  const who = usePerson(by)?.name ?? t("clock");
  const unsent = ({ ruling, why }: UnsentSubject["unsent"]) =>
    t("unsent", { what: tOrders(`verb.${ruling}`), why: t(`obstacle.${why}`, { who }) });
  return (
    <Link
      to="/orders/$id"
      params={{ id: order }}
      className={cx(styles.notice, !notice.is_read && styles.fresh)}
      onClick={onOpen}
    >
      <strong>
        {typeof subject === "string" ? t(`subject.${subject}`, { who, node: node_name }) : unsent(subject.unsent)}
      </strong>
      <span>{title}</span>
      {text && <q>{text}</q>}
      <time>{format.ago(notice.at)}</time>
    </Link>
  );
}
