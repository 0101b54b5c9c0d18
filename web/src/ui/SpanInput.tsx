import { InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "@/i18n/words";
import { amountOf, SPAN_UNITS, type SpanUnit, spanOf, spanUnit } from "@/model/span";
import { cx } from "./cx";
import styles from "./SpanInput.module.css";

export interface SpanInputProps {
  id?: string;
  /** Where no row names it. */
  label?: string;
  className?: string | undefined;
  /** Milliseconds as decimal text, as the server has them. */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** A span of time, typed in the unit in which people say it. */
export function SpanInput({ id, label, className, value, onChange }: SpanInputProps) {
  const { t } = useTranslation("columns");
  const [picked, pick] = useState<SpanUnit>();
  const ms = value === null || value === "" ? null : Number(value);
  const unit = ms === null ? (picked ?? "hour") : spanUnit(ms, picked);
  const amount = ms === null ? null : amountOf(ms, unit);
  const set = (next: number | null, by: SpanUnit) => {
    pick(by);
    if (next !== amount || by !== unit) onChange(next === null ? null : String(spanOf(next, by)));
  };
  return (
    <div className={cx(styles.span, className)}>
      <InputNumber
        {...(id && { id })}
        {...(label && { "aria-label": label, placeholder: label })}
        min={0}
        value={amount}
        onChange={(next) => set(next, unit)}
      />
      <Select<SpanUnit>
        aria-label={t("time.unit")}
        value={unit}
        options={SPAN_UNITS.map((one) => ({ value: one, label: t(`time.${one}`) }))}
        onChange={(by) => set(amount, by)}
      />
    </div>
  );
}
