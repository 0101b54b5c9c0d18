import { InputNumber } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/words";
import type { FieldKind } from "@/model/form";
import type { EditProps } from "../registry";
import styles from "./decimal.module.css";
import { isBelowZero, showDecimal, signTurned } from "./decimal_text";

const SIGNS = "±";

interface DecimalEditProps extends Omit<EditProps<FieldKind>, "field" | "order"> {
  label: string;
  decimals: number;
  /** The least it may be; `null`: anything. */
  min: string | null;
  isGrouped: boolean;
  prefix?: ReactNode;
  suffix?: ReactNode;
}

/** A number as text: grouped when it rests, plain while it is typed, with a decimal keyboard on a phone. Not every such keyboard has a
 *  minus: where a number may be negative, a button beside what is written turns its sign. */
export function DecimalEdit(props: DecimalEditProps) {
  const { id, value, onChange, onBlur, isInvalid, describedBy, decimals, isGrouped, prefix, suffix, min } = props;
  const { t } = useTranslation("field");
  const number = (
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
  if (!isBelowZero(min)) return number;
  return (
    <span className={styles.signed}>
      {number}
      <button
        type="button"
        className={styles.sign}
        aria-label={t("turnSign")}
        // The keyboard stays open.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onChange(signTurned(value))}
      >
        {SIGNS}
      </button>
    </span>
  );
}
