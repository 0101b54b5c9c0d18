import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { RecordQuery } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { Column } from "@/model/report";
import { ArrivalPill } from "@/ui/ArrivalPill";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { useFormat } from "@/ui/format";
import { TableSkeleton } from "@/ui/Skeletons";
import { useIsPhone } from "@/ui/viewport";
import { RecordCards } from "./cards/RecordCards";
import type { Cells } from "./grid/cells";
import { Grid } from "./grid/Grid";
import { askedFilters, type Look } from "./look/look";
import styles from "./look/records.module.css";
import type { Arranged } from "./look/use_arrangement";
import { PrintedRows } from "./pages/PrintedRows";
import type { Pages } from "./pages/use_pages";

export interface RecordsTableProps {
  form: string;
  definition: FormDefinition;
  look: Look;
  question: RecordQuery;
  pages: Pages;
  arranged: Arranged;
  cells: Cells;
  mayEdit: boolean;
  /** A group's rows leave the list. */
  onFold: (key: string) => void;
  /** Every row that passes stands in a folded group. */
  isFolded: boolean;
  /** The list asks nothing while many cells are saved. */
  onHold: (isHeld: boolean) => void;
  onFilter: (column: Column) => void;
  /** Something is searched for. */
  isNarrowed: boolean;
  mayCreate: boolean;
  /** The record shown beside the list. */
  open: string | undefined;
  onOpen: (id: string) => void;
  onLook: (part: Partial<Look>) => void;
}

/** The rows that pass: a grid, on a phone cards. Answered, waited for, failed, or none. */
export function RecordsTable(props: RecordsTableProps) {
  const { form, definition, look, question, pages, isNarrowed, mayCreate, open, onOpen, onLook } = props;
  const { t } = useTranslation("records");
  const format = useFormat();
  const isPhone = useIsPhone();
  const isFiltered = askedFilters(look.filters).length > 0;
  if (pages.error && (pages.isEmpty || pages.isStale)) {
    return <ErrorState error={pages.error} onRetry={pages.retry} />;
  }
  if (pages.isEmpty) return <TableSkeleton columns={look.columns.length} />;
  if (pages.total === 0 && props.isFolded) return <EmptyState art="tiles" title={t("fold.none")} />;
  if (pages.total === 0 && (isNarrowed || isFiltered)) {
    const clear = isFiltered && <Button onClick={() => onLook({ filters: [] })}>{t("clearFilters")}</Button>;
    return <EmptyState art="search" title={t("none")} action={clear} />;
  }
  if (pages.total === 0) {
    const add = mayCreate && (
      <Link to="/new/$form" params={{ form }}>
        <Button type="primary">{t("add")}</Button>
      </Link>
    );
    return <EmptyState art="tiles" title={t("empty")} text={t("emptyText")} action={add} />;
  }
  return (
    <>
      <div className={styles.arrived} data-cards={isPhone}>
        <ArrivalPill
          label={pages.waiting > 0 ? t("arrived", { count: pages.waiting }) : null}
          className={styles.arrivals}
          onPress={pages.accept}
        />
      </div>
      {isPhone ? (
        <RecordCards {...{ form, definition, look, question, pages, open, onOpen }} onFold={props.onFold} />
      ) : (
        <Grid
          form={form}
          definition={definition}
          look={look}
          question={question}
          pages={pages}
          arranged={props.arranged}
          cells={props.cells}
          mayEdit={props.mayEdit}
          onFold={props.onFold}
          onHold={props.onHold}
          onFilter={props.onFilter}
          open={open}
          onOpen={onOpen}
          onLook={onLook}
        />
      )}
      <PrintedRows {...{ definition, look, pages }} />
      <p className={styles.total} aria-live="polite">
        {t("total", { count: pages.total, total: format.number(pages.total) })}
        {pages.error && (
          <Button type="link" size="small" onClick={pages.retry}>
            {t("again")}
          </Button>
        )}
      </p>
    </>
  );
}
