import { Button, Select } from "antd";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Condition, comparisonsOf, needsValue, type Row, writeCondition } from "@/model/condition";
import type { FormDefinition } from "@/model/form";
import { IconButton } from "@/ui/IconButton";
import styles from "./ConditionRows.module.css";
import { RowValue } from "./RowValue";

interface ConditionRowsProps {
  form: FormDefinition;
  condition: Condition;
  /** The formula the condition was read from. */
  text: string;
  onChange: (text: string) => void;
}

/** Rows that are still being filled in live here; the formula has those that are whole. */
export function ConditionRows({ form, condition, text, onChange }: ConditionRowsProps) {
  const { t } = useTranslation("flows");
  const [shown, setShown] = useState(condition);
  // Changed elsewhere, by undo: what is written decides.
  const { joint, rows } = writeCondition(shown, form) === text.trim() ? shown : condition;
  const set = (next: Condition) => {
    setShown(next);
    onChange(writeCondition(next, form));
  };
  const replace = (at: number, row: Row) => set({ joint, rows: rows.map((old, index) => (index === at ? row : old)) });
  const begin = (field: string): Row => {
    const control = form.fields.find(({ id }) => id === field)?.control;
    return { field, comparison: control ? (comparisonsOf(control)[0] ?? "is") : "is", values: [] };
  };
  const add = () => {
    const first = form.fields[0];
    if (first) set({ joint, rows: [...rows, begin(first.id)] });
  };
  return (
    <div className={styles.rows}>
      {rows.length > 1 && (
        <Select
          aria-label={t("condition.jointLabel")}
          value={joint}
          onChange={(next) => set({ joint: next, rows })}
          options={(["all", "any"] as const).map((one) => ({ value: one, label: t(`condition.${one}`) }))}
        />
      )}
      {rows.map((row, at) => {
        const control = form.fields.find(({ id }) => id === row.field)?.control;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <div key={at} className={styles.row}>
            <Select
              aria-label={t("condition.field")}
              showSearch={{ optionFilterProp: "label" }}
              value={row.field}
              onChange={(field) => replace(at, begin(field))}
              options={form.fields.map(({ id, label }) => ({ value: id, label: label || id }))}
            />
            <IconButton
              label={t("condition.removeRow")}
              icon={<X size={14} />}
              onClick={() => set({ joint, rows: rows.filter((_, index) => index !== at) })}
            />
            {control && (
              <Select
                aria-label={t("condition.comparison")}
                value={row.comparison}
                onChange={(comparison) => replace(at, { ...row, comparison, values: row.values.slice(0, 1) })}
                options={comparisonsOf(control).map((one) => ({ value: one, label: t(`condition.is.${one}`) }))}
              />
            )}
            {control && needsValue(row.comparison) && (
              <RowValue row={row} control={control} onChange={(values) => replace(at, { ...row, values })} />
            )}
          </div>
        );
      })}
      <Button size="small" type="dashed" icon={<Plus size={14} />} onClick={add}>
        {t("condition.add")}
      </Button>
    </div>
  );
}
