import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { type RecordRow, recordsQuery } from "@/api/records";
import type { FormDefinition } from "@/model/form";
import { EmptyState } from "@/ui/EmptyState";
import { useFormat } from "@/ui/format";
import { QueryView } from "@/ui/QueryView";
import { TableSkeleton } from "@/ui/Skeletons";
import { useIsPhone } from "@/ui/viewport";
import { Grid } from "./Grid";
import { askedFilters, type Look } from "./look";
import { RecordCards } from "./RecordCards";
import styles from "./records.module.css";

const ROWS = 100;

export interface RecordsTableProps {
  form: string;
  definition: FormDefinition;
  look: Look;
  search: string;
  /** The record shown beside the list. */
  open: string | undefined;
  onOpen: (id: string) => void;
  onLook: (part: Partial<Look>) => void;
}

/** The rows that pass, page by page as they are scrolled to. */
export function RecordsTable({ form, definition, look, search, open, onOpen, onLook }: RecordsTableProps) {
  const { t } = useTranslation("records");
  const format = useFormat();
  const isPhone = useIsPhone();
  const filters = askedFilters(look.filters);
  const query = useInfiniteQuery({
    ...recordsQuery(form, { filters, sort: look.sort, columns: look.columns, search, rows: ROWS }),
    placeholderData: (old) => old,
  });
  const isNarrowed = filters.length > 0 || search !== "";
  const empty = isNarrowed ? (
    <EmptyState
      art="search"
      title={t("none")}
      action={filters.length > 0 && <Button onClick={() => onLook({ filters: [] })}>{t("clearFilters")}</Button>}
    />
  ) : (
    <EmptyState art="tiles" title={t("empty")} text={t("emptyText")} />
  );
  const onEnd = query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined;
  return (
    <QueryView
      query={query}
      skeleton={<TableSkeleton columns={look.columns.length} />}
      isEmpty={({ pages }) => pages.every(({ rows }) => rows.length === 0)}
      empty={empty}
    >
      {({ pages }) => {
        const rows: RecordRow[] = pages.flatMap((page) => page.rows);
        const total = pages[0]?.total ?? rows.length;
        const shared = { definition, look, rows, open, onOpen, onEnd };
        return (
          <>
            {isPhone ? (
              <RecordCards {...shared} />
            ) : (
              <Grid {...shared} form={form} total={total} isStale={query.isPlaceholderData} onLook={onLook} />
            )}
            <p className={styles.total} aria-live="polite">
              {t("total", { shown: format.number(rows.length), total: format.number(total) })}
            </p>
          </>
        );
      }}
    </QueryView>
  );
}
