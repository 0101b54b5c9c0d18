import { Badge, Button, Input, Popover, Segmented, Select } from "antd";
import { Columns3, Filter, Kanban as KanbanIcon, Search, Table2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { View } from "@/api/records";
import { columnOfKey, kindOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { columnKey } from "@/model/report";
import { useColumnWords } from "@/ui/column_words";
import { FilterEditor } from "@/ui/filters/FilterEditor";
import { Toolbar } from "@/ui/Toolbar";
import { ColumnPicker } from "./ColumnPicker";
import { askedFilters, type Look, type RecordsSearch } from "./look";
import styles from "./records.module.css";
import { ViewMenu } from "./ViewMenu";

export interface RecordsToolbarProps {
  form: string;
  definition: FormDefinition;
  look: Look;
  search: RecordsSearch;
  views: readonly View[];
  onLook: (part: Partial<Look>) => void;
  onSearch: (search: RecordsSearch) => void;
}

export function RecordsToolbar({ form, definition, look, search, views, onLook, onSearch }: RecordsToolbarProps) {
  const { t } = useTranslation("records");
  const words = useColumnWords(definition);
  const lanes = words.options((column) => {
    const kind = kindOf(column, definition);
    return kind === "state" || kind === "option";
  });
  const { layout } = look;
  const asked = askedFilters(look.filters);
  return (
    <div className={styles.tools}>
      <Toolbar
        label={t("tools")}
        end={
          <>
            {layout.kind === "kanban" && (
              <Select
                aria-label={t("laneBy")}
                options={lanes}
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
        }
      >
        <ViewMenu form={form} look={look} search={search} views={views} onSearch={onSearch} />
        <Input
          className={styles.search}
          prefix={<Search size={16} />}
          placeholder={t("search")}
          aria-label={t("search")}
          allowClear
          defaultValue={search.q ?? ""}
          onChange={({ target }) => onSearch({ ...search, q: target.value })}
        />
        <Popover
          trigger="click"
          placement="bottomLeft"
          destroyOnHidden
          content={
            <div className={styles.popover}>
              <FilterEditor form={definition} value={look.filters} onChange={(filters) => onLook({ filters })} />
            </div>
          }
        >
          <Badge count={asked.length} size="small">
            <Button icon={<Filter size={16} />}>{t("filter")}</Button>
          </Badge>
        </Popover>
        <Popover
          trigger="click"
          placement="bottomLeft"
          content={
            <ColumnPicker definition={definition} columns={look.columns} onChange={(columns) => onLook({ columns })} />
          }
        >
          <Button icon={<Columns3 size={16} />}>{t("columns")}</Button>
        </Popover>
      </Toolbar>
      {asked.length > 0 && (
        <p className={styles.asked}>
          {asked.map(words.condition).join(t("and"))}
          <Button type="link" size="small" onClick={() => onLook({ filters: [] })}>
            {t("clearFilters")}
          </Button>
        </p>
      )}
    </div>
  );
}
