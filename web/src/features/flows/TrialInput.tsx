import { useQuery } from "@tanstack/react-query";
import { DatePicker, Input, InputNumber, Select, Switch } from "antd";
import dayjs from "dayjs";
import { directoryQuery } from "@/api/directory";
import type { Field } from "@/model/form";
import type { Value } from "@/model/value";

interface TrialInputProps {
  id: string;
  field: Field;
  value: Value;
  onChange: (value: Value) => void;
}

interface Choosable {
  id: string;
  name?: string;
  label?: string;
}

/** A sample value for one field; plain on purpose, nothing is checked or kept. */
export function TrialInput({ id, field, value, onChange }: TrialInputProps) {
  const { data } = useQuery(directoryQuery);
  const { control } = field;
  const choose = (list: readonly Choosable[] = [], isMany: boolean) => (
    <Select
      id={id}
      allowClear
      {...(isMany && { mode: "multiple" as const })}
      showSearch={{ optionFilterProp: "label" }}
      value={value as never}
      onChange={(next: Value | undefined) => onChange(next ?? null)}
      options={list.map((one) => ({ value: one.id, label: one.name ?? one.label ?? one.id }))}
    />
  );
  switch (control.kind) {
    case "radio":
    case "select":
      return choose(control.options, false);
    case "checkbox":
      return choose(control.options, true);
    case "user":
      return choose(data?.users, control.many);
    case "dept":
      return choose(data?.departments, control.many);
    case "switch":
      return <Switch id={id} size="small" checked={value === true} onChange={onChange} />;
    case "number":
    case "money":
    case "percent":
    case "rating":
      return (
        <InputNumber
          id={id}
          stringMode
          value={value as string | null}
          onChange={(next) => onChange(next === null ? null : String(next))}
        />
      );
    case "date":
      return (
        <DatePicker
          id={id}
          value={typeof value === "string" ? dayjs(value) : null}
          onChange={(day) => onChange(day ? day.format("YYYY-MM-DD") : null)}
        />
      );
    case "datetime":
      return (
        <DatePicker
          id={id}
          showTime
          value={typeof value === "string" ? dayjs(value) : null}
          onChange={(at) => onChange(at ? at.toISOString() : null)}
        />
      );
    case "text":
    case "textarea":
      return (
        <Input
          id={id}
          value={(value as string | null) ?? ""}
          onChange={(event) => onChange(event.target.value || null)}
        />
      );
    case "image":
    case "file":
    case "serial":
    case "formula":
      return null;
  }
}
