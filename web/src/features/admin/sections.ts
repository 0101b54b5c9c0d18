// The administration's pages, in menu order. A new section is a line here and a case in AdminSection.

import {
  CalendarDays,
  DatabaseBackup,
  KeyRound,
  type LucideIcon,
  Plug,
  ScrollText,
  ShieldCheck,
  SlidersHorizontal,
  Users,
} from "lucide-react";

export const SECTIONS = [
  "workspace",
  "members",
  "roles",
  "connectors",
  "calendars",
  "security",
  "audit",
  "backup",
] as const;

export type Section = (typeof SECTIONS)[number];

export const SECTION_ICONS: Record<Section, LucideIcon> = {
  workspace: SlidersHorizontal,
  members: Users,
  roles: KeyRound,
  connectors: Plug,
  calendars: CalendarDays,
  security: ShieldCheck,
  audit: ScrollText,
  backup: DatabaseBackup,
};

export function isSection(text: string): text is Section {
  return (SECTIONS as readonly string[]).includes(text);
}
