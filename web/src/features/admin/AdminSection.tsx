import { notFound, useParams } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { AuditSection } from "./AuditSection";
import { BackupsSection } from "./BackupsSection";
import { CalendarsSection } from "./CalendarsSection";
import { ChannelsSection } from "./ChannelsSection";
import { KeysSection } from "./KeysSection";
import { OutboxSection } from "./OutboxSection";
import { SystemSection } from "./SystemSection";
import { isSection, type Section } from "./section_names";
import { WorkspaceSection } from "./WorkspaceSection";

const PAGES: Record<Section, ComponentType> = {
  workspace: WorkspaceSection,
  channels: ChannelsSection,
  outbox: OutboxSection,
  calendars: CalendarsSection,
  audit: AuditSection,
  backups: BackupsSection,
  keys: KeysSection,
  system: SystemSection,
};

export function AdminSection() {
  const { section } = useParams({ from: "/shell/admin/$section" });
  if (!isSection(section)) throw notFound();
  const SectionPage = PAGES[section];
  return <SectionPage />;
}
