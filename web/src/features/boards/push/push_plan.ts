// What is chosen of a push, and how it reads. Pure.

import type { TFunction } from "i18next";
import type { Push, PushDays, PushPlan } from "@/api/pushes";
import { listed } from "@/i18n/joined";
import { timeText, WEEKDAYS } from "@/model/clock_time";
import type { Format } from "@/ui/format";

export const DAY_KINDS = ["daily", "workdays", "weekly", "monthly"] as const;

const NINE = 9 * 60;

/** Working days at nine, to nobody yet. */
export const NEW_PLAN: PushPlan = {
  days: { kind: "workdays" },
  minute: NINE,
  to: { channel: null, users: [], teams: [], roles: [] },
  is_on: true,
};

export const planOf = ({ days, minute, to, is_on }: Push): PushPlan => ({ days, minute, to, is_on });

export function daysOf(kind: PushDays["kind"]): PushDays {
  switch (kind) {
    case "daily":
    case "workdays":
      return { kind };
    case "weekly":
      return { kind, days: [1] };
    case "monthly":
      return { kind, day: 1 };
  }
}

/** "Every working day 09:00". */
export function whenText(
  { days, minute }: Pick<PushPlan, "days" | "minute">,
  t: TFunction<"push">,
  format: Format,
): string {
  const time = timeText(minute);
  switch (days.kind) {
    case "daily":
    case "workdays":
      return t(`when.${days.kind}`, { time });
    case "weekly": {
      const names = WEEKDAYS.filter((day) => days.days.includes(day)).map(format.weekday);
      return t("when.weekly", { days: listed(names), time });
    }
    case "monthly":
      return t("when.monthly", { day: days.day, time });
  }
}
