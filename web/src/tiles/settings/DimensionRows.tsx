import { Segmented, Select } from "antd";
import { useTranslation } from "@/i18n/words";
import { columnOfKey } from "@/model/column";
import { columnKey, type Dimension } from "@/model/report";
import { useByName } from "@/ui/by_name";
import { useColumnWords } from "@/ui/column_words";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { groupingLabel } from "../labels";
import { BUCKETS, dimensionOf, groupings } from "./chart_choice";
import { problemAt } from "./problem_at";
import type { QueryRowsProps } from "./QuerySettings";

export interface DimensionRowsProps extends QueryRowsProps {
  part: "dimension" | "split";
  /** May be left out. */
  isOptional?: boolean;
}

const NONE = "none";

/** By what groups or their parts are made; a date also by how much time. */
export function DimensionRows({ part, isOptional, chart, form, set, problems }: DimensionRowsProps) {
  const { t } = useTranslation("tiles");
  const byName = useByName();
  const words = useColumnWords(form);
  const chosen = chart[part] ?? null;
  const change = (dimension: Dimension | null) => set({ [part]: dimension });
  const options = groupings(form).map((column) => ({
    value: columnKey(column),
    label: groupingLabel(column, chart.measure, words, t),
  }));
  return (
    <>
      <PropertyRow label={t(`settings.${part}`)} name={part} problem={problemAt(problems, part)}>
        {(id) => (
          <Select
            id={id}
            showSearch={byName}
            value={chosen ? columnKey(chosen.column) : isOptional ? NONE : null}
            options={isOptional ? [{ value: NONE, label: t("settings.noSplit") }, ...options] : options}
            onChange={(key) => {
              const column = key === null ? null : columnOfKey(key);
              change(column && dimensionOf(column, form, chosen?.bucket));
            }}
          />
        )}
      </PropertyRow>
      {chosen?.bucket && (
        <PropertyRow label={t("settings.bucket")}>
          {(id) => (
            <Segmented
              id={id}
              block
              size="small"
              value={chosen.bucket ?? "week"}
              options={BUCKETS.map((bucket) => ({ value: bucket, label: t(`bucket.${bucket}`) }))}
              onChange={(bucket) => change({ ...chosen, bucket })}
            />
          )}
        </PropertyRow>
      )}
    </>
  );
}
