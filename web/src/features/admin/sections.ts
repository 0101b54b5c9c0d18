// The administration's pages, in menu order. A new section is a line here, a sentence, and a component in AdminSection.

import {
  Activity,
  CalendarDays,
  DatabaseBackup,
  KeySquare,
  type LucideIcon,
  MessagesSquare,
  ScrollText,
  Send,
  SlidersHorizontal,
} from "lucide-react";

export const SECTIONS = ["workspace", "channels", "outbox", "calendars", "audit", "backups", "keys", "system"] as const;

export type Section = (typeof SECTIONS)[number];

export const SECTION_ICONS: Record<Section, LucideIcon> = {
  workspace: SlidersHorizontal,
  channels: MessagesSquare,
  outbox: Send,
  calendars: CalendarDays,
  audit: ScrollText,
  backups: DatabaseBackup,
  keys: KeySquare,
  system: Activity,
};

export function isSection(text: string): text is Section {
  return (SECTIONS as readonly string[]).includes(text);
}
