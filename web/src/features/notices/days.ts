import type { Notice } from "@/api/notices";

export interface Day {
  /** In words. */
  day: string;
  notices: readonly Notice[];
}

/** Notices that stand next to each other and fell on one day, together. */
export function byDay(notices: readonly Notice[], wordsOf: (at: number) => string): Day[] {
  const days: { day: string; notices: Notice[] }[] = [];
  for (const notice of notices) {
    const day = wordsOf(notice.at);
    const last = days.at(-1);
    if (last?.day === day) last.notices.push(notice);
    else days.push({ day, notices: [notice] });
  }
  return days;
}
