import { InputNumber, Select, Switch } from "antd";
import { useTranslation } from "@/i18n/words";
import { columnOfKey, kindOf } from "@/model/column";
import { type Column, columnKey } from "@/model/report";
import { useByName } from "@/ui/by_name";
import { useColumnWords } from "@/ui/column_words";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { leaveOnTab } from "@/ui/leave_on_tab";
import type { TileSettingsProps } from "../registry";
import { ROWS_MAX } from "../settings/chart_choice";
import { problemAt } from "../settings/problem_at";

/** Which columns, by which order, how many rows. */
export default function TableSettings({ chart, form, onChange, problems }: TileSettingsProps<"table">) {
  const { t } = useTranslation("tiles");
  const byName = useByName();
  const words = useColumnWords(form);
  const [sort] = chart.sort ?? [];
  const columnsOf = (keys: readonly string[]) =>
    keys.map(columnOfKey).filter((column): column is Column => column !== null);
  return (
    <>
      <PropertyRow label={t("settings.columns")} name="columns" problem={problemAt(problems, "columns")}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            onInputKeyDown={leaveOnTab}
            showSearch={byName}
            options={words.options()}
            value={chart.columns.map(columnKey)}
            onChange={(keys: string[]) => onChange({ ...chart, columns: columnsOf(keys) })}
          />
        )}
      </PropertyRow>
      <PropertyRow label={t("settings.sort")} name="sort" problem={problemAt(problems, "sort")}>
        {(id) => (
          <Select
            id={id}
            allowClear
            placeholder={t("settings.unsorted")}
            showSearch={byName}
            options={words.options((column) => kindOf(column, form) !== "file")}
            value={sort ? columnKey(sort.column) : null}
            onChange={(key) => {
              const column = key ? columnOfKey(key) : null;
              onChange({ ...chart, sort: column ? [{ column, descending: sort?.descending ?? true }] : [] });
            }}
          />
        )}
      </PropertyRow>
      {sort && (
        <PropertyRow label={t("settings.descending")} isInline>
          {(id) => (
            <Switch
              id={id}
              checked={sort.descending ?? false}
              onChange={(descending) => onChange({ ...chart, sort: [{ ...sort, descending }] })}
            />
          )}
        </PropertyRow>
      )}
      <PropertyRow label={t("settings.rows")} name="rows" problem={problemAt(problems, "rows")}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={ROWS_MAX}
            precision={0}
            value={chart.rows ?? 20}
            onChange={(rows) => onChange({ ...chart, rows: rows ?? 20 }, "rows")}
          />
        )}
      </PropertyRow>
    </>
  );
}
