// Between instants and the clocks of a zone; the twin of src/calendar/civil.rs. A *local* time is the milliseconds from
// 1970-01-01T00:00 on those clocks.

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** 0001-01-01 and 9999-12-31 in days since 1970-01-01. */
export const DATE_MIN = -719_162;
export const DATE_MAX = 2_932_896;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(zone, made);
  return made;
}

/** What the clocks of the zone show. */
export function local(instant: number, zone: string): number {
  const whole = Math.floor(instant / 1_000) * 1_000;
  const parts = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatterOf(zone).formatToParts(whole)) {
    if (type in parts) parts[type as keyof typeof parts] = Number(value);
  }
  const shown = new Date(0);
  shown.setUTCFullYear(parts.year, parts.month - 1, parts.day);
  shown.setUTCHours(parts.hour, parts.minute, parts.second);
  return shown.getTime() + (instant - whole);
}

/** The first instant the clocks show `wanted`; where they skip it, as much later as they skip. */
export function instant(wanted: number, zone: string): number {
  const offset = (near: number) => local(near, zone) - near;
  const before = wanted - offset(wanted - DAY_MS);
  const after = wanted - offset(wanted + DAY_MS);
  const shows = (at: number) => local(at, zone) === wanted;
  if (shows(before) && shows(after)) return Math.min(before, after);
  return shows(after) ? after : before;
}

/** The day a local time lies in, within four-digit years. */
export function dayOf(at: number): number {
  return Math.max(DATE_MIN, Math.min(DATE_MAX, Math.floor(at / DAY_MS)));
}

export function midnight(day: number): number {
  return day * DAY_MS;
}

/** Milliseconds since that day's midnight. */
export function clock(at: number): number {
  return at - Math.floor(at / DAY_MS) * DAY_MS;
}
