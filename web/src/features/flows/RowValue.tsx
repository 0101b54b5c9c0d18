import { useQuery } from "@tanstack/react-query";
import { DatePicker, Input, InputNumber, Select } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { directoryQuery } from "@/api/directory";
import { isNumeric, type Row } from "@/model/condition";
import type { Control } from "@/model/form";

interface RowValueProps {
  row: Row;
  control: Control;
  onChange: (values: readonly string[]) => void;
}

const DAY = "YYYY-MM-DD";
const MINUTE = "YYYY-MM-DD HH:mm";

/** What the field is compared with. */
export function RowValue({ row, control, onChange }: RowValueProps) {
  const { t } = useTranslation("flows");
  const { data } = useQuery(directoryQuery);
  const label = t("condition.value");
  const [value = ""] = row.values;
  const set = (next: string | null | undefined) => onChange(next ? [next] : []);
  const choices =
    "options" in control
      ? control.options.map((option) => ({ value: option.id, label: option.label }))
      : control.kind === "user"
        ? data?.users.map((user) => ({ value: user.id, label: user.name }))
        : control.kind === "dept"
          ? data?.departments.map((one) => ({ value: one.id, label: one.name }))
          : null;
  if (choices !== null) {
    const shared = { "aria-label": label, placeholder: label, showSearch: { optionFilterProp: "label" as const } };
    return row.comparison === "one_of" ? (
      <Select {...shared} mode="multiple" value={[...row.values]} onChange={onChange} options={choices ?? []} />
    ) : (
      <Select {...shared} value={value || null} onChange={set} options={choices ?? []} />
    );
  }
  if (isNumeric(control)) {
    return (
      <InputNumber aria-label={label} stringMode value={value || null} onChange={(next) => set(next && String(next))} />
    );
  }
  const isDay = control.kind === "date" || (control.kind === "formula" && control.result === "date");
  const isInstant = control.kind === "datetime" || (control.kind === "formula" && control.result === "datetime");
  if (isDay || isInstant) {
    return (
      <DatePicker
        aria-label={label}
        showTime={isInstant ? { format: "HH:mm" } : false}
        value={value ? dayjs(value) : null}
        onChange={(at) => set(at?.format(isInstant ? MINUTE : DAY))}
      />
    );
  }
  return <Input aria-label={label} placeholder={label} value={value} onChange={(event) => set(event.target.value)} />;
}
