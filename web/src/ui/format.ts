// How numbers, dates and spans read in the person's language. Times are shown in the browser's zone.

import { htmlLanguage, type Language } from "@/i18n/i18n";
import { useTranslation } from "@/i18n/words";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;
const A_MONDAY = Date.UTC(2024, 0, 1);

export interface Format {
  number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** 12,300 as 1.23万 or 12.3K. */
  short: (value: number) => string;
  date: (at: number) => string;
  dateTime: (at: number) => string;
  time: (at: number) => string;
  /** "Mon" of 1, as ISO 8601 counts. */
  weekday: (day: number) => string;
  /** "3 minutes ago", and the plain date from a week on. `now` is an argument for tests. */
  ago: (at: number, now?: number) => string;
  /** "2 days 3 h" of elapsed milliseconds, the two largest units. */
  span: (ms: number) => string;
  bytes: (count: number) => string;
}

/** Made when it is first needed: to make a formatter costs more than to use it a hundred times. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const formats = new Map<Language, Format>();

/** One for each language. */
export function formatOf(language: Language): Format {
  const known = formats.get(language);
  if (known) return known;
  const made = makeFormat(htmlLanguage(language));
  formats.set(language, made);
  return made;
}

function makeFormat(locale: string): Format {
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" }));
  const days = once(() => new Intl.DateTimeFormat(locale, { year: "numeric", month: "2-digit", day: "2-digit" }));
  const times = once(() => new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hour12: false }));
  const weekdays = once(() => new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }));
  const numbers = new Map<string, Intl.NumberFormat>();
  const number = (value: number, options?: Intl.NumberFormatOptions): string => {
    // A list writes the same kind of number in thousands of cells.
    const key = options ? JSON.stringify(options) : "";
    const known = numbers.get(key) ?? new Intl.NumberFormat(locale, options);
    numbers.set(key, known);
    return known.format(value);
  };
  const date = (at: number): string => days().format(at);
  const time = (at: number): string => times().format(at);
  const weekday = (day: number): string => weekdays().format(A_MONDAY + (day - 1) * DAY_MS);
  const unit = (value: number, name: string): string =>
    number(value, { style: "unit", unit: name, unitDisplay: "short" });

  const ago = (at: number, now: number = Date.now()): string => {
    const past = at - now;
    const size = Math.abs(past);
    if (size < HOUR_MS) return relative().format(Math.round(past / MINUTE_MS), "minute");
    if (size < DAY_MS) return relative().format(Math.round(past / HOUR_MS), "hour");
    return size < WEEK_MS ? relative().format(Math.round(past / DAY_MS), "day") : date(at);
  };
  const span = (ms: number): string => {
    const minutes = Math.round(Math.abs(ms) / MINUTE_MS);
    const parts: [number, string][] = [
      [Math.floor(minutes / 1440), "day"],
      [Math.floor((minutes % 1440) / 60), "hour"],
      [minutes % 60, "minute"],
    ];
    const first = parts.findIndex(([value]) => value > 0);
    if (first < 0) return unit(0, "minute");
    return parts
      .slice(first, first + 2)
      .filter(([value]) => value > 0)
      .map(([value, name]) => unit(value, name))
      .join(" ");
  };
  const bytes = (count: number): string => {
    if (count < 1000) return unit(count, "byte");
    if (count < 1e6) return unit(Math.round(count / 100) / 10, "kilobyte");
    return count < 1e9
      ? unit(Math.round(count / 1e5) / 10, "megabyte")
      : unit(Math.round(count / 1e8) / 10, "gigabyte");
  };
  return {
    number,
    short: (value) => number(value, { notation: "compact", maximumFractionDigits: 2 }),
    date,
    dateTime: (at) => `${date(at)} ${time(at)}`,
    time,
    weekday,
    ago,
    span,
    bytes,
  };
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formatOf(i18n.language as Language);
}
