import { Input } from "antd";
import type { EditProps } from "../registry";

const GROWN_ROWS_MAX = 16;

export function TextareaEdit({ field, id, value, onChange, onBlur, isInvalid, describedBy }: EditProps<"textarea">) {
  const { rows, placeholder, max_chars } = field.control;
  const text = typeof value === "string" ? value : "";
  return (
    <Input.TextArea
      id={id}
      value={text}
      placeholder={placeholder}
      autoSize={{ minRows: rows, maxRows: Math.max(rows, GROWN_ROWS_MAX) }}
      count={{ max: max_chars, show: text.length > max_chars * 0.8 }}
      status={isInvalid ? "error" : ""}
      aria-invalid={isInvalid}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value || null)}
      onBlur={onBlur}
    />
  );
}
