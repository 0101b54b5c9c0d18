import { useQuery } from "@tanstack/react-query";
import { Outlet, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo, useRef, useState } from "react";
import { viewsQuery } from "@/api/records";
import { freshCondition, isSame } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import type { Action } from "@/model/party";
import { type Column, columnKey } from "@/model/report";
import { Kanban } from "./cards/Kanban";
import { CellTrouble } from "./grid/CellTrouble";
import { useCells } from "./grid/use_cells";
import { useUndo } from "./grid/use_undo";
import type { Filtering } from "./look/FilterTool";
import { askedFilters, type Look, lookOf, type RecordsSearch, withColumn } from "./look/look";
import { RecordsToolbar } from "./look/RecordsToolbar";
import styles from "./look/records.module.css";
import { useArrangement } from "./look/use_arrangement";
import { FoldedGroups } from "./pages/FoldedGroups";
import { foldedFilters, groupedSort } from "./pages/groups";
import { usePages } from "./pages/use_pages";
import { RecordNav } from "./RecordNav";
import { RecordsTable } from "./RecordsTable";

export interface RecordsProps {
  app: string;
  form: string;
  definition: FormDefinition;
  actions: readonly Action[];
}

/** The list, and the record that is open beside it. Which look it has and which record is open stand in the address. */
export function Records({ app, form, definition, actions }: RecordsProps) {
  const navigate = useNavigate();
  const search = useSearch({ from: "/shell/apps/$app/forms/$form" });
  const open = useParams({ strict: false }).id;
  const { data: views } = useQuery(viewsQuery(form));
  const view = views?.find(({ id }) => id === search.view);
  const look = useMemo(() => lookOf(definition, view, search.look), [definition, view, search.look]);
  // A saved view that is still on its way would ask for the wrong rows first.
  const isReady = !search.view || views !== undefined;
  const isTable = look.layout.kind === "table";
  const groupKey = look.group && isTable ? columnKey(look.group) : "";
  const [fold, setFold] = useState<{ group: string; keys: readonly string[] }>({ group: "", keys: [] });
  // Folded by another column, folded no longer.
  const folded = fold.group === groupKey ? fold.keys : [];
  const unfold = (keys: readonly string[]) =>
    setFold({ group: groupKey, keys: folded.filter((key) => !keys.includes(key)) });
  const question = {
    filters: [...askedFilters(look.filters), ...foldedFilters(look.group, folded)],
    sort: isTable ? groupedSort(look.group, look.sort) : look.sort,
    columns: look.group && isTable ? withColumn(look.columns, look.group) : look.columns,
    search: search.q ?? "",
  };
  const [isHeld, hold] = useState(false);
  const pages = usePages(form, question, isReady && !isHeld && isTable);

  const go = (next: RecordsSearch) => void navigate({ to: ".", search: next, replace: true });
  const change = (part: Partial<Look>) => go({ ...search, look: { ...search.look, ...part } });
  const arranged = useArrangement({ form, definition, look, isOfView: view !== undefined, onLook: change });
  const [filtering, setFiltering] = useState<Filtering>({ isOpen: false });
  const filterBy = (column: Column) => {
    const isThere = look.filters.some((one) => isSame(one.column, column));
    if (!isThere) change({ filters: [...look.filters, freshCondition(column, definition)] });
    setFiltering({ isOpen: true, at: column });
  };
  const opener = useRef<Element | null>(null);
  const show = (id: string) => {
    if (!open) opener.current = document.activeElement;
    void navigate({
      to: "/apps/$app/forms/$form/records/$id",
      params: { app, form, id },
      search: (old) => old,
      replace: Boolean(open),
    });
  };
  const close = () => {
    void navigate({ to: "/apps/$app/forms/$form", params: { app, form }, search: (old) => old });
    if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
  };
  const cells = useCells();
  useUndo(cells, isTable && actions.includes("edit"));
  const shared = { form, definition, look, onOpen: show };
  return (
    <div className={styles.split} data-open={Boolean(open)}>
      <div className={styles.list}>
        <RecordsToolbar
          form={form}
          definition={definition}
          look={look}
          search={search}
          views={views ?? []}
          mayShare={actions.includes("design")}
          isTight={Boolean(open)}
          arranged={arranged}
          filtering={filtering}
          onFiltering={setFiltering}
          onLook={change}
          onSearch={go}
        />
        {folded.length > 0 && (
          <FoldedGroups
            {...{ form, definition, look, folded }}
            question={{ ...question, filters: askedFilters(look.filters) }}
            onUnfold={unfold}
          />
        )}
        {look.layout.kind === "kanban" ? (
          <Kanban
            {...shared}
            by={look.layout.by}
            question={question}
            mayEdit={actions.includes("edit")}
            onLook={change}
          />
        ) : (
          <RecordsTable
            {...shared}
            question={question}
            pages={pages}
            arranged={arranged}
            cells={cells}
            mayEdit={actions.includes("edit")}
            onFold={(key) => setFold({ group: groupKey, keys: [...folded, key] })}
            isFolded={folded.length > 0}
            onHold={hold}
            onFilter={filterBy}
            isNarrowed={Boolean(search.q)}
            mayCreate={actions.includes("create")}
            open={open}
            onLook={change}
          />
        )}
        <CellTrouble cells={cells} definition={definition} />
      </div>
      {open && (
        <div className={styles.detail}>
          <RecordNav id={open} pages={pages} onOpen={show} onClose={close} />
          <Outlet />
        </div>
      )}
    </div>
  );
}
