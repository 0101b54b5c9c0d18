// Decimal text as it travels over the wire: compared and grouped without ever becoming a binary fraction.

import type { Problem } from "@/model/problem";
import type { Value } from "@/model/value";
import { wrong } from "../wrong";

const SHAPE = /^([+-]?)(\d*)(?:\.(\d*))?$/;

interface Parts {
  isNegative: boolean;
  whole: string;
  /** Without trailing zeros. */
  fraction: string;
}

function partsOf(text: string): Parts | null {
  const found = SHAPE.exec(text.trim());
  if (!found || !(found[2] || found[3])) return null;
  const whole = (found[2] ?? "").replace(/^0+(?=\d)/, "") || "0";
  return { isNegative: found[1] === "-", whole, fraction: (found[3] ?? "").replace(/0+$/, "") };
}

function scaled({ isNegative, whole, fraction }: Parts, digits: number): bigint {
  const size = BigInt(whole + fraction.padEnd(digits, "0"));
  return isNegative ? -size : size;
}

/** Negative, zero or positive; `null` when one of them is no number. */
export function compareDecimals(left: string, right: string): number | null {
  const [a, b] = [partsOf(left), partsOf(right)];
  if (!a || !b) return null;
  const digits = Math.max(a.fraction.length, b.fraction.length);
  const difference = scaled(a, digits) - scaled(b, digits);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `1234.5` as `1,234.50`; what is no number stays as it is. */
export function showDecimal(text: string, decimals: number, isGrouped: boolean): string {
  const parts = partsOf(text);
  if (!parts) return text;
  const whole = isGrouped ? parts.whole.replace(/\B(?=(\d{3})+$)/g, ",") : parts.whole;
  const fraction = parts.fraction.padEnd(decimals, "0");
  return `${parts.isNegative ? "-" : ""}${whole}${fraction && `.${fraction}`}`;
}

export interface DecimalRule {
  min: string | null;
  max: string | null;
  decimals: number;
}

export function checkDecimal(text: string, { min, max, decimals }: DecimalRule, place: string): Problem[] {
  const parts = partsOf(text);
  if (!parts) return [wrong(place, "wrong_type")];
  const problems: Problem[] = [];
  if (parts.fraction.length > decimals) problems.push(wrong(place, "too_many_decimals", { max: decimals }));
  if (min !== null && (compareDecimals(text, min) ?? 0) < 0) problems.push(wrong(place, "too_small", { min }));
  if (max !== null && (compareDecimals(text, max) ?? 0) > 0) problems.push(wrong(place, "too_large", { max }));
  return problems;
}

/** A number that is at least `min` may be a negative one. */
export const isBelowZero = (min: string | null): boolean => min === null || min.trim().startsWith("-");

/** `5` and `-5`; nothing has no sign. */
export function signTurned(value: Value): Value {
  if (typeof value !== "string" || value === "") return value;
  return value.startsWith("-") ? value.slice(1) : `-${value.replace("+", "")}`;
}
