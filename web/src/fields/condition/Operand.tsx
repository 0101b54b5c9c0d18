import dayjs from "dayjs";
import { useId } from "react";
import type { Field } from "@/model/form";
import type { ScalarValue, Value } from "@/model/value";
import { BareEdit } from "../BareEdit";
import styles from "./condition.module.css";
import { operandField } from "./operand_field";

interface OperandProps {
  field: Field;
  /** Several values, of which one must be met. */
  isSeveral: boolean;
  /** As formulas write them: decimal text, an option's id, `2026-11-24`, `2026-11-24 08:00`. */
  values: readonly string[];
  onChange: (values: string[]) => void;
}

const MINUTE = "YYYY-MM-DD HH:mm";

/** What a field is compared with, in a control of the field's own kind. */
export function Operand({ field, isSeveral, values, onChange }: OperandProps) {
  const id = useId();
  const asked = operandField(field, isSeveral);
  const isInstant = asked.control.kind === "datetime";
  const [first = null] = values;
  const value: Value = isSeveral ? values : isInstant && first ? dayjs(first).valueOf() : first;
  const write = (next: Value) => {
    const several = next === null ? [] : Array.isArray(next) ? next : [next as ScalarValue];
    onChange(several.map((one: ScalarValue) => (isInstant ? dayjs(Number(one)).format(MINUTE) : String(one))));
  };
  return (
    <div className={styles.operand}>
      <BareEdit field={asked} id={id} value={value} onChange={write} height={28} />
    </div>
  );
}
