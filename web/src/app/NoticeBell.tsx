import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Badge, Button } from "antd";
import { Bell } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { noticesQuery, readNotices } from "@/api/notices";
import { BottomSheet } from "@/ui/BottomSheet";
import { cx } from "@/ui/cx";
import { EmptyState } from "@/ui/EmptyState";
import { useFormat } from "@/ui/format";
import { IconButton } from "@/ui/IconButton";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import { toast } from "@/ui/toast";
import styles from "./NoticeBell.module.css";

/** What the person was told, with the number not read yet; the number shows in the window's title too. */
export function NoticeBell() {
  const { t } = useTranslation("shell");
  const format = useFormat();
  const cache = useQueryClient();
  const query = useQuery(noticesQuery);
  const [isOpen, setOpen] = useState(false);
  const unread = query.data?.unread ?? 0;
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) Tessera` : "Tessera";
  }, [unread]);
  const readAll = async () => {
    const ids = query.data?.rows.filter(({ is_read }) => !is_read).map(({ id }) => id) ?? [];
    await readNotices(ids).catch(toast.problem);
    await cache.invalidateQueries({ queryKey: ["notices"] });
  };
  return (
    <>
      <Badge count={unread} size="small" offset={[-6, 6]}>
        <IconButton label={t("notices")} icon={<Bell size={18} />} onClick={() => setOpen(true)} />
      </Badge>
      <BottomSheet
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t("notices")}
        footer={unread > 0 && <Button onClick={readAll}>{t("notice.readAll")}</Button>}
      >
        <QueryView
          query={query}
          skeleton={<ListSkeleton />}
          isEmpty={({ rows }) => rows.length === 0}
          empty={<EmptyState art="inbox" title={t("notice.empty")} text={t("notice.emptyText")} />}
        >
          {({ rows }) => (
            <ul>
              {rows.map((notice) => (
                <li key={notice.id}>
                  <Link
                    to={notice.link}
                    className={cx(styles.notice, !notice.is_read && styles.fresh)}
                    onClick={() => setOpen(false)}
                  >
                    <strong>{notice.title}</strong>
                    <span>{notice.text}</span>
                    <time>{format.ago(notice.at)}</time>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </QueryView>
      </BottomSheet>
    </>
  );
}
