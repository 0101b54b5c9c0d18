// Working time as people write it: "08:30 – 12:00", a shift that ends after midnight, a week of holidays.

import type { CalendarDefinition, DayRule, Exception, Interval } from "@/model/calendar";
import { minutesOf } from "@/model/clock_time";

const DAY_MIN = 1440;

/** From two times of the clock: an end that is not after the start is on the next day. */
export function intervalOf(start: string, end: string): Interval | null {
  const [from, to] = [minutesOf(start), minutesOf(end)];
  if (from === null || to === null) return null;
  return { start_min: from, end_min: to > from ? to : to + DAY_MIN };
}

export const isOvernight = ({ end_min }: Interval): boolean => end_min > DAY_MIN;

export const sorted = (intervals: readonly Interval[]): Interval[] =>
  [...intervals].sort((one, other) => one.start_min - other.start_min);

/** Whether two of them share a minute. They are sorted. */
export function overlaps(intervals: readonly Interval[]): boolean {
  return intervals.some(({ start_min }, at) => at > 0 && start_min < (intervals[at - 1]?.end_min ?? 0));
}

/** Half a day after the last one, or office hours on an empty day. */
export function nextInterval(intervals: readonly Interval[]): Interval {
  const last = sorted(intervals).at(-1);
  if (!last) return { start_min: 540, end_min: 1080 };
  const start = Math.min(last.end_min + 60, DAY_MIN - 60);
  return { start_min: start, end_min: Math.min(start + 240, DAY_MIN) };
}

export function weekMinutes({ weekly }: CalendarDefinition): number {
  return weekly.flat().reduce((sum, { start_min, end_min }) => sum + end_min - start_min, 0);
}

const DAY_MS = 86_400_000;
const RANGE_DAYS_MAX = 366;

/** Every date from one to the other, both included; empty when they are the wrong way round or too far apart. */
export function datesBetween(from: string, to: string): string[] {
  const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  const days = (last - first) / DAY_MS + 1;
  if (!(days >= 1 && days <= RANGE_DAYS_MAX)) return [];
  return Array.from({ length: days }, (_, i) => new Date(first + i * DAY_MS).toISOString().slice(0, 10));
}

/** The dates get this rule, whatever held before. */
export function withDays(exceptions: readonly Exception[], dates: readonly string[], day: DayRule): Exception[] {
  const rest = withoutDays(exceptions, dates);
  return [...rest, ...dates.map((date) => ({ date, day }))].sort((one, other) => one.date.localeCompare(other.date));
}

export function withoutDays(exceptions: readonly Exception[], dates: readonly string[]): Exception[] {
  const gone = new Set(dates);
  return exceptions.filter(({ date }) => !gone.has(date));
}

export interface Stretch {
  from: string;
  to: string;
  day: DayRule;
}

/** Days in a row with the same rule, as one line. The exceptions are sorted by date. */
export function stretches(exceptions: readonly Exception[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { date, day } of exceptions) {
    const last = found.at(-1);
    const isNext = last && datesBetween(last.to, date).length === 2;
    if (last && isNext && JSON.stringify(last.day) === JSON.stringify(day)) last.to = date;
    else found.push({ from: date, to: date, day });
  }
  return found;
}

export const EMPTY_WEEK: readonly Interval[][] = Array.from({ length: 7 }, () => []);

/** Monday to Friday from nine to six. */
export function newCalendar(zone: string): CalendarDefinition {
  const office = [{ start_min: 540, end_min: 1080 }];
  return { zone, weekly: EMPTY_WEEK.map((_, day) => (day < 5 ? office : [])), exceptions: [] };
}
