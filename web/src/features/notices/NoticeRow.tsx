import { Link } from "@tanstack/react-router";
import { boardOf, type Notice } from "@/api/notices";
import { cx } from "@/ui/cx";
import { useFormat } from "@/ui/format";
import { useSaid } from "./notice_words";
import styles from "./notices.module.css";

/** One notice in words: who did what to which order, or what a board tells. */
export function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const format = useFormat();
  const { subject, order, title, text } = notice.message;
  const said = useSaid(notice.message);
  const board = boardOf(subject);
  const way = board
    ? ({ to: "/apps/$app/boards/$board", params: { app: board.app, board: board.board } } as const)
    : ({ to: "/orders/$id", params: { id: order } } as const);
  return (
    <Link {...way} className={cx(styles.notice, !notice.is_read && styles.fresh)} onClick={onOpen}>
      <strong>{said}</strong>
      <span>{title}</span>
      {text && <q>{text}</q>}
      <time>{format.ago(notice.at)}</time>
    </Link>
  );
}
