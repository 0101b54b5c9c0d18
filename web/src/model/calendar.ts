// Working time as a definition. The same words as src/model/calendar.rs.

/** Minutes after local midnight, half-open; an end may pass 1440. */
export interface Interval {
  start_min: number;
  end_min: number;
}

export type DayRule =
  | { kind: "off" }
  /** A make-up day: 1 Monday to 7 Sunday. */
  | { kind: "work_like"; weekday: number }
  | { kind: "intervals"; intervals: Interval[] };

export interface Exception {
  /** `2026-10-01`. */
  date: string;
  day: DayRule;
}

export interface CalendarDefinition {
  /** IANA name. */
  zone: string;
  /** Monday first, seven lists, sorted, not overlapping. */
  weekly: Interval[][];
  exceptions: Exception[];
}
