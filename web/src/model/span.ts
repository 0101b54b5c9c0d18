// A span of time that has passed, in the unit in which people say it. A day has 24 hours; those of working time are
// `nodes/settings/minutes.ts`.

export const SPAN_UNITS = ["minute", "hour", "day"] as const;

export type SpanUnit = (typeof SPAN_UNITS)[number];

export const UNIT_MS: Readonly<Record<SpanUnit, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** In hundredths of a unit, as far as people type it. */
const reads = (ms: number, unit: SpanUnit): boolean => Number.isInteger((ms * 100) / UNIT_MS[unit]);

/** The one that was picked while it says the span, or else the largest that says it without a fraction. */
export function spanUnit(ms: number, picked?: SpanUnit): SpanUnit {
  if (picked && reads(ms, picked)) return picked;
  if (ms === 0) return "hour";
  return [...SPAN_UNITS].reverse().find((unit) => ms % UNIT_MS[unit] === 0) ?? "minute";
}

export const amountOf = (ms: number, unit: SpanUnit): number => Number((ms / UNIT_MS[unit]).toFixed(2));

export const spanOf = (amount: number, unit: SpanUnit): number => Math.round(amount * UNIT_MS[unit]);
