import type { TaskItem } from "@/api/inbox";

const plain = (text: string): string => text.trim().replace(/\s+/g, " ");

/** What a row says besides its title, which may be the value of one of these fields. */
export const summaryOf = ({ title, summary }: Pick<TaskItem, "title" | "summary">): TaskItem["summary"] =>
  summary.filter(({ text }) => plain(text) !== plain(title));
