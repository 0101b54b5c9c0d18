import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { kanbanQuery } from "@/api/records";
import type { FormDefinition } from "@/model/form";
import type { Column } from "@/model/report";
import { EmptyState } from "@/ui/EmptyState";
import { QueryView } from "@/ui/QueryView";
import { CardsSkeleton } from "@/ui/Skeletons";
import { askedFilters, type Look } from "./look";
import { RecordCard } from "./RecordCards";
import styles from "./records.module.css";

export interface KanbanProps {
  form: string;
  definition: FormDefinition;
  look: Look;
  search: string;
  by: Column;
  onOpen: (id: string) => void;
}

/** One lane per option, or per state of the order. */
export function Kanban({ form, definition, look, search, by, onOpen }: KanbanProps) {
  const { t } = useTranslation("records");
  const query = useQuery({
    ...kanbanQuery(form, by, askedFilters(look.filters), search),
    placeholderData: (old) => old,
  });
  return (
    <QueryView
      query={query}
      skeleton={<CardsSkeleton />}
      isEmpty={({ lanes }) => lanes.length === 0}
      empty={<EmptyState art="tiles" title={t("empty")} />}
    >
      {({ lanes }) => (
        <div className={styles.lanes}>
          {lanes.map(({ key, label, color, count, cards }) => (
            <section key={key} className={styles.lane} aria-label={label || t("noValue")}>
              <h2 className={styles.laneTitle} style={{ borderColor: `var(--pick-${color ?? "gray"})` }}>
                <span className={styles.laneName}>{label || t("noValue")}</span>
                <span className={styles.label}>{count}</span>
              </h2>
              <ul className={styles.laneCards}>
                {cards.map((row) => (
                  <li key={row.id}>
                    <RecordCard definition={definition} look={look} row={row} onOpen={onOpen} />
                  </li>
                ))}
              </ul>
              {count > cards.length && <p className={styles.label}>{t("more", { count: count - cards.length })}</p>}
            </section>
          ))}
        </div>
      )}
    </QueryView>
  );
}
