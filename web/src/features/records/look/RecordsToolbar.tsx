import { Segmented, Select, Tag } from "antd";
import { ArrowDownUp, Columns3, Kanban as KanbanIcon, Table2 } from "lucide-react";
import type { View } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import { columnOfKey } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { columnKey } from "@/model/report";
import { useColumnWords } from "@/ui/column_words";
import { SearchField } from "@/ui/SearchField";
import { Toolbar } from "@/ui/Toolbar";
import { ToolPanel } from "@/ui/ToolPanel";
import { useIsNarrow, useIsPhone } from "@/ui/viewport";
import { ArrangeTool } from "./ArrangeTool";
import { ColumnPicker } from "./ColumnPicker";
import { type Filtering, FilterTool } from "./FilterTool";
import { GroupPick } from "./GroupPick";
import { askedFilters, isLaneColumn, type Look, type RecordsSearch } from "./look";
import styles from "./records.module.css";
import { SortEditor } from "./SortEditor";
import type { Arranged } from "./use_arrangement";
import { ViewMenu } from "./ViewMenu";

export interface RecordsToolbarProps {
  form: string;
  definition: FormDefinition;
  look: Look;
  search: RecordsSearch;
  views: readonly View[];
  mayShare: boolean;
  /** A record is open beside the list: there is less room. */
  isTight: boolean;
  arranged: Arranged;
  filtering: Filtering;
  onFiltering: (filtering: Filtering) => void;
  onLook: (part: Partial<Look>) => void;
  onSearch: (search: RecordsSearch) => void;
}

/** How the records are looked at. What holds is said in words below, each with a way to drop it. */
export function RecordsToolbar(props: RecordsToolbarProps) {
  const { form, definition, look, search, views, mayShare, isTight, arranged } = props;
  const { filtering, onFiltering, onLook, onSearch } = props;
  const { t } = useTranslation("records");
  const isPhone = useIsPhone();
  const isNarrow = useIsNarrow();
  const isSmall = isNarrow || isTight;
  const words = useColumnWords(definition);
  const asked = askedFilters(look.filters);
  const kept = { ...look, arrangement: arranged.arrangement };
  const viewMenu = (
    <ViewMenu form={form} look={kept} search={search} views={views} mayShare={mayShare} onSearch={onSearch} />
  );
  const layouts = <Layouts definition={definition} look={look} onLook={onLook} />;
  const tools = (
    <>
      <SearchField
        className={styles.search}
        label={t("search")}
        value={search.q ?? ""}
        onSearch={(q) => onSearch({ ...search, q })}
      />
      <FilterTool
        {...{ definition, isSmall, filtering, onFiltering }}
        filters={look.filters}
        count={asked.length}
        onFilters={(filters) => onLook({ filters })}
      />
      {look.layout.kind === "table" && (
        <ToolPanel label={t("sort")} icon={<ArrowDownUp size={16} />} count={look.sort.length} isSmall={isSmall}>
          <GroupPick definition={definition} group={look.group} onGroup={(group) => onLook({ group })} />
          <SortEditor definition={definition} sort={look.sort} onChange={(sort) => onLook({ sort })} />
        </ToolPanel>
      )}
      <ToolPanel label={t("columns")} icon={<Columns3 size={16} />} isSmall={isSmall} isSlim>
        <ColumnPicker definition={definition} columns={look.columns} onChange={(columns) => onLook({ columns })} />
      </ToolPanel>
      {look.layout.kind === "table" && !isPhone && <ArrangeTool arranged={arranged} isSmall={isSmall} />}
    </>
  );
  return (
    <div className={styles.tools}>
      {isPhone || isTight ? (
        <>
          <Toolbar label={t("view.label")} end={layouts}>
            {viewMenu}
          </Toolbar>
          <Toolbar label={t("tools")}>{tools}</Toolbar>
        </>
      ) : (
        <Toolbar label={t("tools")} end={layouts}>
          {viewMenu}
          {tools}
        </Toolbar>
      )}
      {asked.length > 0 && (
        <div className={styles.asked}>
          {asked.map((condition) => (
            <Tag
              key={words.condition(condition)}
              className={styles.condition}
              closable
              onClose={() => onLook({ filters: look.filters.filter((one) => one !== condition) })}
            >
              {words.condition(condition)}
            </Tag>
          ))}
        </div>
      )}
    </div>
  );
}

function Layouts({ definition, look, onLook }: Pick<RecordsToolbarProps, "definition" | "look" | "onLook">) {
  const { t } = useTranslation("records");
  const words = useColumnWords(definition);
  const { layout } = look;
  return (
    <>
      {layout.kind === "kanban" && (
        <Select
          aria-label={t("laneBy")}
          options={words.options((column) => isLaneColumn(column, definition))}
          value={columnKey(layout.by)}
          onChange={(key) => {
            const by = columnOfKey(key);
            if (by) onLook({ layout: { kind: "kanban", by } });
          }}
        />
      )}
      <Segmented
        aria-label={t("layout")}
        value={layout.kind}
        options={[
          { value: "table", icon: <Table2 size={16} />, title: t("table") },
          { value: "kanban", icon: <KanbanIcon size={16} />, title: t("kanban") },
        ]}
        onChange={(kind) => onLook({ layout: kind === "kanban" ? { kind, by: "state" } : { kind: "table" } })}
      />
    </>
  );
}
