import { Input } from "antd";
import type { TextControl } from "@/model/form";
import type { EditProps } from "../registry";

const TYPES: Record<TextControl["format"], string> = { any: "text", mobile: "tel", email: "email", url: "url" };

export function TextEdit({ field, id, value, onChange, onBlur, isInvalid, describedBy }: EditProps<"text">) {
  const { format, placeholder, max_chars } = field.control;
  return (
    <Input
      id={id}
      type={TYPES[format]}
      value={typeof value === "string" ? value : ""}
      placeholder={placeholder}
      count={{ max: max_chars, show: isNear(value, max_chars) }}
      status={isInvalid ? "error" : ""}
      aria-invalid={isInvalid}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.value || null)}
      onBlur={onBlur}
    />
  );
}

/** The counter is shown once the end is in sight. */
function isNear(value: unknown, max: number): boolean {
  return typeof value === "string" && value.length > max * 0.8;
}
