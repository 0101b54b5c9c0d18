// How numbers, dates and spans read in the person's language. Times are shown in the browser's zone.

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { htmlLanguage, type Language } from "@/i18n/i18n";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

export interface Format {
  number: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** 12,300 as 1.23万 or 12.3K. */
  short: (value: number) => string;
  date: (at: number) => string;
  dateTime: (at: number) => string;
  time: (at: number) => string;
  /** "3 minutes ago", and the plain date from a week on. `now` is an argument for tests. */
  ago: (at: number, now?: number) => string;
  /** "2 days 3 h" of elapsed milliseconds, the two largest units. */
  span: (ms: number) => string;
  bytes: (count: number) => string;
}

export function formatOf(language: Language): Format {
  const locale = htmlLanguage(language);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  const date = new Intl.DateTimeFormat(locale, { year: "numeric", month: "2-digit", day: "2-digit" });
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hour12: false });
  const number = new Intl.NumberFormat(locale);
  const short = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 2 });
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "short" }).format(value);

  const ago = (at: number, now: number = Date.now()): string => {
    const past = at - now;
    const size = Math.abs(past);
    if (size < HOUR_MS) return relative.format(Math.round(past / MINUTE_MS), "minute");
    if (size < DAY_MS) return relative.format(Math.round(past / HOUR_MS), "hour");
    return size < WEEK_MS ? relative.format(Math.round(past / DAY_MS), "day") : date.format(at);
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
    number: (value, options) => (options ? new Intl.NumberFormat(locale, options).format(value) : number.format(value)),
    short: (value) => short.format(value),
    date: (at) => date.format(at),
    dateTime: (at) => `${date.format(at)} ${time.format(at)}`,
    time: (at) => time.format(at),
    ago,
    span,
    bytes,
  };
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => formatOf(i18n.language as Language), [i18n.language]);
}
