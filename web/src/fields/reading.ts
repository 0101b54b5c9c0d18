// A text from a spreadsheet, understood by the kind of field it is pasted into, or not.

import dayjs from "dayjs";
import type { Choice } from "@/model/form";
import type { Value } from "@/model/value";

/** `code` is a problem of a place: why the text means nothing here. */
export type Reading = { value: Exclude<Value, null> } | { code: string };

/** Whom a name stands for; several when it is shared. */
export interface NameBook {
  people: (name: string) => readonly string[];
  departments: (name: string) => readonly string[];
}

/** `张三、李四` or `a, b`: as cells hold several. */
const several = (text: string): string[] =>
  text
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean);

/** `¥ 1,234.50` to `1234.50`; percent signs and units go, brackets mean less than nothing. */
export function readDecimal(text: string, unit = ""): Reading {
  const plain = text
    .normalize("NFKC")
    .replace(unit.normalize("NFKC"), "")
    .replace(/[\s,%¥￥$€£]|CNY|USD|EUR|RMB/gi, "")
    .replace(/^\((.+)\)$/, "-$1");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return { code: "not_a_number" };
  return {
    value: plain
      .replace(/^\+/, "")
      .replace(/(\.\d*?)0*$/, "$1")
      .replace(/\.$/, ""),
  };
}

const DATED =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

/** `2026-11-24`, `2026/11/24 8:30`, `2026年11月24日`: the parts, when there is such a day. */
function moment(text: string): dayjs.Dayjs | null {
  const [, year, month, day, hour = "0", minute = "0", second = "0"] = DATED.exec(text.trim()) ?? [];
  if (!year || !month || !day) return null;
  const at = dayjs(
    new Date(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)),
  );
  const isThere = at.month() === Number(month) - 1 && at.date() === Number(day) && at.hour() === Number(hour);
  return isThere && Number(minute) < 60 ? at : null;
}

export function readDate(text: string): Reading {
  const at = moment(text);
  return at ? { value: at.format("YYYY-MM-DD") } : { code: "not_a_date" };
}

export function readInstant(text: string): Reading {
  const at = moment(text);
  return at ? { value: at.valueOf() } : { code: "not_an_instant" };
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

export function readOption(text: string, options: readonly Choice[]): Reading {
  const found = options.find(({ label }) => same(label, text)) ?? options.find(({ id }) => id === text);
  return found ? { value: found.id } : { code: "unknown_option" };
}

/** Several readings as one; the first that failed is the answer. */
export function readAll(text: string, read: (part: string) => Reading): Reading {
  const ids: string[] = [];
  for (const part of several(text)) {
    const one = read(part);
    if ("code" in one) return one;
    if (!ids.includes(String(one.value))) ids.push(String(one.value));
  }
  return { value: ids };
}

export function readName(text: string, find: (name: string) => readonly string[], unknown: string): Reading {
  const [first, second] = find(text.trim());
  if (first === undefined) return { code: unknown };
  return second === undefined ? { value: first } : { code: "ambiguous_name" };
}

const YES = ["true", "yes", "y", "1", "是", "有", "对", "✓", "√"];
const NO = ["false", "no", "n", "0", "否", "无", "错", "×", "x"];

/** The field's own words first, then what spreadsheets say for yes and no. */
export function readSwitch(text: string, on: string, off: string): Reading {
  const typed = text.trim().toLowerCase();
  if (on && same(on, typed)) return { value: true };
  if (off && same(off, typed)) return { value: false };
  if (YES.includes(typed)) return { value: true };
  return NO.includes(typed) ? { value: false } : { code: "not_yes_or_no" };
}
