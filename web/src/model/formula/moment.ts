// Dates and clock times; the twin of src/formula/moment.rs. Refuses days before year 1 and after year 9999.

import { clock, DATE_MAX, DATE_MIN, DAY_MS, dayOf, HOUR_MS, MINUTE_MS, midnight } from "./civil";

/** The civil fields of a local time. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export function date(day: number): number | null {
  return Number.isSafeInteger(day) && day >= DATE_MIN && day <= DATE_MAX ? day : null;
}

export function plusDays(day: number, count: number): number | null {
  return date(day + count);
}

export function civil(local: number): Civil {
  const shown = new Date(midnight(dayOf(local)));
  const rest = clock(local);
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: Math.floor(rest / HOUR_MS),
    minute: Math.floor((rest % HOUR_MS) / MINUTE_MS),
    second: Math.floor((rest % MINUTE_MS) / 1_000),
  };
}

/** Null where there is no such day. */
export function fromYmd(year: number, month: number, day: number): number | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const found = new Date(0);
  found.setUTCFullYear(year, month - 1, day);
  return found.getUTCMonth() === month - 1 ? found.getTime() / DAY_MS : null;
}

/** Same day of another month; the last day where that month is shorter. */
export function plusMonths(day: number, months: number): number | null {
  const from = civil(midnight(day));
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  for (let wanted = from.day; wanted >= Math.min(28, from.day); wanted--) {
    const found = fromYmd(year, index - year * 12 + 1, wanted);
    if (found !== null) return found;
  }
  return null;
}

/** Monday 1 to Sunday 7. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The ISO 8601 week: week 1 holds the first Thursday of the year. */
export function week(day: number): number {
  const thursday = day + 4 - weekday(day);
  const newYear = fromYmd(civil(midnight(thursday)).year, 1, 1) ?? thursday;
  return Math.floor((thursday - newYear) / 7) + 1;
}

/** `2026-01-31`; also `2026/1/31` and `2026.1.31`, as people type it. */
export function parseDate(text: string): number | null {
  const separator = ["-", "/", "."].find((one) => text.includes(one));
  if (!separator) return null;
  const parts = text.split(separator);
  const [year = null, month = null, day = null] = parts.map(digits);
  if (parts.length !== 3 || parts[0]?.length !== 4 || year === null || month === null || day === null) return null;
  return fromYmd(year, month, day);
}

/** A date, or a date with `08:30` or `08:30:15` behind a blank or a `T`; as a local time. */
export function parseLocal(text: string): number | null {
  const cut = text.search(/[ T]/);
  const day = parseDate(cut < 0 ? text : text.slice(0, cut));
  if (cut < 0) return day === null ? null : midnight(day);
  const parts = text.slice(cut + 1).split(":");
  const [hour = null, minute = null, second = parts.length === 2 ? 0 : null] = parts.map(digits);
  if (day === null || parts.length > 3 || hour === null || minute === null || second === null) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  return midnight(day) + hour * HOUR_MS + minute * MINUTE_MS + second * 1_000;
}

export function showDate(day: number): string {
  const { year, month, day: ofMonth } = civil(midnight(day));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(ofMonth, 2)}`;
}

export function pad(number: number, width: number): string {
  return String(number).padStart(width, "0");
}

/** At most four of them, so that no sign and no overflow gets in. */
function digits(text: string): number | null {
  return /^[0-9]{1,4}$/.test(text) ? Number(text) : null;
}
