// A span of days in words: the first day is the key (`2026-11-23`), the bucket says how long it is.

import type { Dimension } from "@/model/report";

export type Bucket = NonNullable<Dimension["bucket"]>;

export interface BucketText {
  /** On an axis. */
  tick: string;
  /** In a tooltip or a table. */
  label: string;
}

const DAY_MS = 86_400_000;
const KEY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `null` for a key that is no day. `locale` is a BCP 47 tag. */
export function bucketText(key: string, bucket: Bucket, locale: string): BucketText | null {
  const [, year = "", month = "", day = ""] = KEY.exec(key) ?? [];
  if (!year) return null;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const words = (options: Intl.DateTimeFormatOptions, when = at): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(when);
  const dayOf = (when: number): string => words({ month: "numeric", day: "numeric" }, when);
  switch (bucket) {
    case "day":
      return {
        tick: dayOf(at),
        label: words({ year: "numeric", month: "long", day: "numeric", weekday: "short" }),
      };
    case "week":
      return { tick: dayOf(at), label: `${dayOf(at)} – ${dayOf(at + 6 * DAY_MS)}` };
    case "month":
      return {
        tick: month === "01" ? words({ year: "numeric", month: "short" }) : words({ month: "short" }),
        label: words({ year: "numeric", month: "long" }),
      };
    case "quarter": {
      const text = `${year} Q${Math.ceil(Number(month) / 3)}`;
      return { tick: text, label: text };
    }
    case "year":
      return { tick: year, label: year };
  }
}
