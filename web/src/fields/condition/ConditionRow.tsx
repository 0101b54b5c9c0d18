import { Select } from "antd";
import { X } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { type Comparison, comparisonsOf, needsValue, type Row } from "@/model/condition";
import type { Field } from "@/model/form";
import { useByName } from "@/ui/by_name";
import { IconButton } from "@/ui/IconButton";
import styles from "./condition.module.css";
import { Operand } from "./Operand";
import { isMoment } from "./operand_field";

interface ConditionRowProps {
  row: Row;
  fields: readonly Field[];
  onChange: (row: Row) => void;
  onRemove: () => void;
}

const PERIODS: Partial<Record<Comparison, "before" | "until" | "after" | "from">> = {
  less: "before",
  at_most: "until",
  more: "after",
  at_least: "from",
};

/** Field, comparison and value. */
export function ConditionRow({ row, fields, onChange, onRemove }: ConditionRowProps) {
  const { t } = useTranslation("condition");
  const byName = useByName();
  const field = fields.find(({ id }) => id === row.field);
  const words = (comparison: Comparison): string => {
    const period = field && isMoment(field.control) ? PERIODS[comparison] : undefined;
    return period ? t(`period.${period}`) : t(`is.${comparison}`);
  };
  const choose = (id: string) => {
    const control = fields.find((one) => one.id === id)?.control;
    const known = control ? comparisonsOf(control) : [];
    const comparison = known.includes(row.comparison) ? row.comparison : (known[0] ?? "not_empty");
    onChange({ field: id, comparison, values: [] });
  };
  return (
    <div className={styles.row}>
      <Select
        className={styles.field}
        size="small"
        aria-label={t("field")}
        value={row.field}
        options={fields.map(({ id, label }) => ({ value: id, label: label || id }))}
        showSearch={byName}
        onChange={choose}
      />
      {field && (
        <Select<Comparison>
          className={styles.comparison}
          size="small"
          aria-label={t("how")}
          value={row.comparison}
          options={comparisonsOf(field.control).map((one) => ({ value: one, label: words(one) }))}
          onChange={(comparison) => onChange({ ...row, comparison, values: row.values.slice(0, 1) })}
        />
      )}
      {field && needsValue(row.comparison) && (
        <Operand
          field={field}
          isSeveral={row.comparison === "one_of"}
          values={row.values}
          onChange={(values) => onChange({ ...row, values })}
        />
      )}
      <IconButton label={t("remove")} icon={<X size={14} />} onClick={onRemove} />
    </div>
  );
}
