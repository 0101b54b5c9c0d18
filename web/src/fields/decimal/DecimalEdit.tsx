import { InputNumber } from "antd";
import type { ReactNode } from "react";
import type { FieldKind } from "@/model/form";
import type { EditProps } from "../registry";
import { showDecimal } from "./decimal_text";

interface DecimalEditProps extends Omit<EditProps<FieldKind>, "field" | "order"> {
  label: string;
  decimals: number;
  isGrouped: boolean;
  prefix?: ReactNode;
  suffix?: ReactNode;
}

/** A number as text: grouped when it rests, plain while it is typed, with a decimal keyboard on a phone. */
export function DecimalEdit(props: DecimalEditProps) {
  const { id, value, onChange, onBlur, isInvalid, describedBy, decimals, isGrouped, prefix, suffix } = props;
  return (
    <InputNumber<string>
      id={id}
      style={{ width: "100%" }}
      stringMode
      controls={false}
      inputMode={decimals > 0 ? "decimal" : "numeric"}
      value={typeof value === "string" ? value : null}
      formatter={(text, { userTyping, input }) => (userTyping ? input : showDecimal(String(text ?? ""), 0, isGrouped))}
      parser={(text) => (text ?? "").replace(/[,，\s]/g, "")}
      prefix={prefix}
      suffix={suffix}
      status={isInvalid ? "error" : ""}
      aria-label={props.label}
      aria-invalid={isInvalid}
      aria-describedby={describedBy}
      onChange={(next) => onChange(next === null || next === "" ? null : String(next))}
      onBlur={onBlur}
    />
  );
}
