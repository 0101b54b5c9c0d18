// What stands before a section's name in the menu.

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
import type { Section } from "./section_names";

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
