// Working time in the unit a person would say it in.

export const UNITS = ["minute", "hour", "day"] as const;

export type Unit = (typeof UNITS)[number];

/** A working day of eight hours. */
export const UNIT_MINUTES: Readonly<Record<Unit, number>> = { minute: 1, hour: 60, day: 480 };

export const LIMIT_MINUTES_MAX = 525_600;

/** The largest unit that says it without a fraction. */
export function inUnit(minutes: number): { amount: number; unit: Unit } {
  const unit = [...UNITS].reverse().find((one) => minutes > 0 && minutes % UNIT_MINUTES[one] === 0) ?? "minute";
  return { amount: minutes / UNIT_MINUTES[unit], unit };
}
