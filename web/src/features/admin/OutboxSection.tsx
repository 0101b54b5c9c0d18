import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { RotateCw } from "lucide-react";
import { useState } from "react";
import { OUTGOING_STATES, type OutgoingState, outboxQuery } from "@/api/outbox";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { IconButton } from "@/ui/IconButton";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import styles from "./admin.module.css";
import { OutgoingRow } from "./OutgoingRow";
import { SectionPage } from "./SectionPage";

/** What left the house, what waits, and what was given up. */
export function OutboxSection() {
  const { t } = useTranslation("admin");
  const cache = useQueryClient();
  const [state, setState] = useState<OutgoingState>("parked");
  const query = useInfiniteQuery(outboxQuery(state));
  const counts = query.data?.pages[0]?.counts;
  const renew = () => void cache.invalidateQueries({ queryKey: ["outbox"] });
  const below = (
    <Segmented
      options={OUTGOING_STATES.map((value) => ({
        value,
        label: counts ? t("outbox.tab", { state: t(`outbox.${value}`), count: counts[value] }) : t(`outbox.${value}`),
      }))}
      value={state}
      onChange={setState}
    />
  );
  const action = <IconButton label={t("outbox.renew")} icon={<RotateCw size={16} />} onClick={renew} />;
  return (
    <SectionPage section="outbox" action={action} below={below}>
      <QueryView
        query={query}
        skeleton={<ListSkeleton />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<EmptyState art={state === "parked" ? "done" : "inbox"} title={t(`outbox.empties.${state}`)} />}
      >
        {({ pages }) => (
          <>
            <ul className={styles.list}>
              {pages
                .flatMap(({ items }) => items)
                .map((outgoing) => (
                  <OutgoingRow key={outgoing.id} outgoing={outgoing} onResent={renew} />
                ))}
            </ul>
            {query.hasNextPage && (
              <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t("older")}
              </Button>
            )}
          </>
        )}
      </QueryView>
    </SectionPage>
  );
}
