import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { type AuditEntry, auditQuery } from "@/api/audit";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { PeopleSelect } from "@/ui/PeopleSelect";
import { QueryView } from "@/ui/QueryView";
import { SearchField } from "@/ui/SearchField";
import { ListSkeleton } from "@/ui/Skeletons";
import { AuditRow } from "./AuditRow";
import styles from "./admin.module.css";
import { dayOf } from "./audit_words";
import { SectionPage } from "./SectionPage";

/** Who did what, when; the newest first, by day. */
export function AuditSection() {
  const { t, i18n } = useTranslation("admin");
  const [actor, setActor] = useState<string>();
  const [text, setText] = useState("");
  const query = useInfiniteQuery(auditQuery(actor, text.trim()));
  const below = (
    <div className={styles.filters}>
      <SearchField label={t("audit.search")} value={text} onSearch={setText} />
      <PeopleSelect
        label={t("audit.actor")}
        isSingle
        value={actor ? [actor] : []}
        onChange={([next]) => setActor(next)}
      />
    </div>
  );
  const daysOf = (entries: readonly AuditEntry[]): [string, AuditEntry[]][] => {
    const days = new Map<string, AuditEntry[]>();
    for (const entry of entries) {
      const day = dayOf(entry.at, i18n.language);
      days.set(day, [...(days.get(day) ?? []), entry]);
    }
    return [...days];
  };
  const isNarrowed = actor !== undefined || text.trim() !== "";
  const clear = (
    <Button
      onClick={() => {
        setActor(undefined);
        setText("");
      }}
    >
      {t("audit.clear")}
    </Button>
  );
  return (
    <SectionPage section="audit" below={below}>
      <QueryView
        query={query}
        skeleton={<ListSkeleton count={10} />}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={
          <EmptyState art="search" title={t("audit.empty")} text={t("audit.emptyText")} action={isNarrowed && clear} />
        }
      >
        {({ pages }) => (
          <>
            {daysOf(pages.flatMap(({ items }) => items)).map(([day, entries]) => (
              <section key={day} aria-label={day}>
                <h2 className={styles.year}>{day}</h2>
                <ul className={styles.list}>
                  {entries.map((entry) => (
                    <AuditRow key={entry.seq} entry={entry} />
                  ))}
                </ul>
              </section>
            ))}
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
