// The administration's pages, in menu order. A new section is a word here, an icon, a sentence, and a component in
// AdminSection.

export const SECTIONS = ["workspace", "channels", "outbox", "calendars", "audit", "backups", "keys", "system"] as const;

export type Section = (typeof SECTIONS)[number];

export function isSection(text: string): text is Section {
  return (SECTIONS as readonly string[]).includes(text);
}
