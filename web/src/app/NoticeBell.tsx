import { useInfiniteQuery } from "@tanstack/react-query";
import { Badge, Button } from "antd";
import { Bell } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { noticesQuery, readNotices } from "@/api/notices";
import { queryClient } from "@/api/query_client";
import { BottomSheet } from "@/ui/BottomSheet";
import { EmptyState } from "@/ui/EmptyState";
import { IconButton } from "@/ui/IconButton";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import { toast } from "@/ui/toast";
import { NoticeRow } from "./NoticeRow";
import styles from "./NoticeRow.module.css";
import { useSession } from "./session_state";

/** What the person was told, with the number not read yet; the number shows in the window's title too. */
export function NoticeBell() {
  const { t } = useTranslation("shell");
  const unread = useSession()?.counts.unread_notices ?? 0;
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) Tessera` : "Tessera";
  }, [unread]);
  return (
    <>
      <Badge count={unread} size="small" offset={[-6, 6]}>
        <IconButton label={t("notices")} icon={<Bell size={18} />} onClick={() => setOpen(true)} />
      </Badge>
      <BottomSheet open={isOpen} onClose={() => setOpen(false)} title={t("notices")}>
        <NoticeList unread={unread} onLeave={() => setOpen(false)} />
      </BottomSheet>
    </>
  );
}

function NoticeList({ unread, onLeave }: { unread: number; onLeave: () => void }) {
  const { t } = useTranslation("shell");
  const query = useInfiniteQuery(noticesQuery);
  const read = async (ids: string[]) => {
    await readNotices(ids).catch(toast.problem);
    await queryClient.invalidateQueries({ queryKey: ["notices"] });
    await queryClient.invalidateQueries({ queryKey: ["session"] });
  };
  return (
    <QueryView
      query={query}
      skeleton={<ListSkeleton />}
      isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
      empty={<EmptyState art="inbox" title={t("notice.empty")} text={t("notice.emptyText")} />}
    >
      {({ pages }) => {
        const notices = pages.flatMap(({ items }) => items);
        const fresh = notices.filter(({ is_read }) => !is_read).map(({ id }) => id);
        return (
          <>
            {unread > 0 && (
              <div className={styles.tools}>
                <Button size="small" type="text" onClick={() => read(fresh)}>
                  {t("notice.readAll")}
                </Button>
              </div>
            )}
            <ul>
              {notices.map((notice) => (
                <li key={notice.id}>
                  <NoticeRow
                    notice={notice}
                    onOpen={() => {
                      onLeave();
                      if (!notice.is_read) void read([notice.id]);
                    }}
                  />
                </li>
              ))}
            </ul>
            {query.hasNextPage && (
              <Button block loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
                {t("notice.older")}
              </Button>
            )}
          </>
        );
      }}
    </QueryView>
  );
}
