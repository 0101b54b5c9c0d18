import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { noticesQuery, readNotices } from "@/api/notices";
import { queryClient } from "@/api/query_client";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { useFormat } from "@/ui/format";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import { toast } from "@/ui/toast";
import { byDay } from "./days";
import { NoticeRow } from "./NoticeRow";
import styles from "./notices.module.css";

export interface NoticeListProps {
  /** Only those not read yet. */
  isFresh?: boolean;
  /** A notice was followed. */
  onLeave?: () => void;
}

/** What the person was told, day by day, the newest first. Opening one reads it. */
export function NoticeList({ isFresh = false, onLeave }: NoticeListProps) {
  const { t } = useTranslation("notice");
  const format = useFormat();
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
      isEmpty={({ pages }) => pages.every(({ items }) => items.every(({ is_read }) => isFresh && is_read))}
      empty={<EmptyState art="inbox" title={t(isFresh ? "noneFresh" : "empty")} text={t("emptyText")} />}
    >
      {({ pages }) => {
        const all = pages.flatMap(({ items }) => items);
        const fresh = all.filter(({ is_read }) => !is_read);
        return (
          <>
            {fresh.length > 0 && (
              <div className={styles.tools}>
                <Button size="small" type="text" onClick={() => read(fresh.map(({ id }) => id))}>
                  {t("readAll")}
                </Button>
              </div>
            )}
            {byDay(isFresh ? fresh : all, format.date).map(({ day, notices }) => (
              <section key={day} aria-label={day}>
                <h2 className={styles.day}>{day}</h2>
                <ul>
                  {notices.map((notice) => (
                    <li key={notice.id}>
                      <NoticeRow
                        notice={notice}
                        onOpen={() => {
                          onLeave?.();
                          if (!notice.is_read) void read([notice.id]);
                        }}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            {query.hasNextPage && (
              <Button block type="text" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
                {t("older")}
              </Button>
            )}
          </>
        );
      }}
    </QueryView>
  );
}
