import styles from "../decimal/decimal.module.css";
import { showDecimal } from "../decimal/decimal_text";
import type { ReadProps } from "../registry";

export function PercentRead({ field, value }: ReadProps<"percent">) {
  return <span className={styles.figure}>{`${showDecimal(String(value), field.control.decimals, true)}%`}</span>;
}
