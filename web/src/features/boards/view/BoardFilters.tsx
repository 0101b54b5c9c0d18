import { useQuery } from "@tanstack/react-query";
import { Button, Select, Switch, Tooltip } from "antd";
import { Building2, CalendarRange } from "lucide-react";
import { useId } from "react";
import type { Board } from "@/api/boards";
import { directoryQuery } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { SPANS, type Span } from "@/model/report";
import { useByName } from "@/ui/by_name";
import { leaveOnTab } from "@/ui/leave_on_tab";
import { namedOptions } from "@/ui/people";
import { useForms } from "./board_data";
import { type BoardSearch, formsOf, isNarrowed } from "./board_look";
import styles from "./boards.module.css";
import { CrossChip } from "./CrossChip";
import type { Crossing } from "./cross";
import { FixedFilters } from "./FixedFilters";
import { NarrowingChips } from "./NarrowingChips";
import { type Narrowing, narrowed } from "./narrowing";
import { ViewerFilters } from "./ViewerFilters";

export interface BoardFiltersProps {
  board: Board;
  search: BoardSearch;
  onSearch: (search: BoardSearch) => void;
  crossing: Crossing;
}

const NONE: readonly Narrowing[] = [];

/** Narrows every tile at once: a time, departments, and what the board's maker lets people filter by. */
export function BoardFilters({ board, search, onSearch, crossing }: BoardFiltersProps) {
  const { t } = useTranslation("boards");
  const { t: tColumns } = useTranslation("columns");
  const byName = useByName();
  const { data } = useQuery(directoryQuery);
  const habit = useId();
  const formIds = formsOf(board);
  const forms = useForms(formIds);
  const { cross, ...kept } = search;
  const { span, dept, ...rest } = search;
  const { by = NONE, ...unasked } = search;
  const ask = (next: readonly Narrowing[]) => onSearch({ ...unasked, ...(next.length > 0 && { by: [...next] }) });
  return (
    <div className={styles.filters} role="toolbar" aria-label={t("filters")}>
      <Select<Span>
        className={styles.filter ?? ""}
        prefix={<CalendarRange size={15} />}
        aria-label={t("time")}
        placeholder={t("ownTime")}
        allowClear
        value={span ?? null}
        options={SPANS.map((value) => ({ value, label: tColumns(`span.${value}`) }))}
        onChange={(value) => onSearch({ ...rest, ...(dept && { dept }), ...(value && { span: value }) })}
      />
      <Select<string[]>
        className={styles.filter ?? ""}
        prefix={<Building2 size={15} />}
        mode="multiple"
        onInputKeyDown={leaveOnTab}
        maxTagCount="responsive"
        aria-label={t("departments")}
        placeholder={t("allDepartments")}
        allowClear
        showSearch={byName}
        value={dept ?? []}
        options={namedOptions(data?.departments, data)}
        onChange={(ids) => onSearch({ ...rest, ...(span && { span }), ...(ids.length > 0 && { dept: ids }) })}
      />
      {board.viewer_filters.length > 0 && (
        <ViewerFilters offered={board.viewer_filters} chosen={by} forms={forms} formIds={formIds} onChange={ask} />
      )}
      <Tooltip title={t("cross.help")}>
        <label className={styles.crossing} htmlFor={habit}>
          <Switch id={habit} size="small" checked={crossing.isOn} onChange={crossing.turn} />
          {t("cross.label")}
        </label>
      </Tooltip>
      <FixedFilters board={board.definition} forms={forms} />
      <NarrowingChips chosen={by} forms={forms} onClear={(one) => ask(narrowed(by, one, null))} />
      {cross && <CrossChip cross={cross} onClear={() => onSearch(kept)} />}
      {isNarrowed(search) && (
        <Button type="text" onClick={() => onSearch({})}>
          {t("reset")}
        </Button>
      )}
    </div>
  );
}
