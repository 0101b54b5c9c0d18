import type { NumberControl } from "@/model/form";
import styles from "../decimal/decimal.module.css";
import { showDecimal } from "../decimal/decimal_text";
import type { ReadProps } from "../registry";

export function numberText(value: string, { decimals, thousands, unit }: NumberControl): string {
  const figure = showDecimal(value, decimals, thousands);
  return unit ? `${figure} ${unit}` : figure;
}

export function NumberRead({ field, value }: ReadProps<"number">) {
  return <span className={styles.figure}>{numberText(String(value), field.control)}</span>;
}
