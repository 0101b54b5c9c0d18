// The administration: settings, channels, calendars, the outbox, the audit log and backups.

import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";

export interface Setting {
  organisation: string;
  language: "zh" | "en";
  zone: string;
  calendar?: string | null;
}

export const settingQuery = queryOptions({
  queryKey: ["setting"],
  queryFn: ({ signal }) => api.get<Setting>("/setting", { signal }),
});

export const saveSetting = (setting: Setting): Promise<void> => api.put("/setting", setting);

export interface Channel {
  id: string;
  name: string;
  is_active: boolean;
  /** The address itself is a secret and never comes back. */
  reach: { kind: "wecom_robot"; url?: string; url_hint?: string };
}

export const channelsQuery = queryOptions({
  queryKey: ["channels", "list"],
  queryFn: ({ signal }) => api.get<Channel[]>("/channels", { signal }),
});

export interface AuditEntry {
  seq: number;
  at: number;
  actor: string | null;
  summary: string;
}

export const auditQuery = (cursor = "") =>
  queryOptions({
    queryKey: ["audit", "list", cursor],
    queryFn: ({ signal }) => api.get<{ items: AuditEntry[]; next?: string }>("/audit", { query: { cursor }, signal }),
  });
