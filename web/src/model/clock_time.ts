// Days of the week, and times of the day as people write them: 510 minutes after midnight is "08:30".

/** As ISO 8601 counts them: day 1 is Monday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const DAY_MIN = 1440;

/** 510 as "08:30"; an end after midnight as the time of the next day. */
export function timeText(minutes: number): string {
  const rest = minutes % DAY_MIN;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}

/** "08:30", "8：30" and "830" as 510; `null` for what is no time. */
export function minutesOf(text: string): number | null {
  const [, hours, minutes] = /^(\d{1,2})[:：.]?(\d{2})$/.exec(text.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const value = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && value < DAY_MIN ? value : null;
}
