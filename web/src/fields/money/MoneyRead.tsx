import type { MoneyControl } from "@/model/form";
import styles from "../decimal/decimal.module.css";
import { showDecimal } from "../decimal/decimal_text";
import type { ReadProps } from "../registry";
import { currencySymbol } from "./currency";

export function moneyText(value: string, { decimals, currency }: MoneyControl): string {
  return `${currencySymbol(currency)} ${showDecimal(value, decimals, true)}`;
}

export function MoneyRead({ field, value }: ReadProps<"money">) {
  return <span className={styles.figure}>{moneyText(String(value), field.control)}</span>;
}
