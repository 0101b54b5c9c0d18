// How the Chinese names of our own pages are read, for whoever types letters. The server knows the readings of everything
// that people have named.

import type { Section } from "@/features/admin/section_names";
import type { Place } from "./places";

export const PLACE_READINGS: Record<Place["id"] | "notices", string> = {
  inbox: "dai ban",
  start: "fa qi",
  apps: "ying yong",
  directory: "tong xun lu",
  admin: "guan li",
  notices: "tong zhi",
};

export const SECTION_READINGS: Record<Section, string> = {
  workspace: "gong zuo qu",
  channels: "xiao xi qu dao",
  outbox: "fa jian xiang",
  calendars: "gong zuo ri li",
  audit: "shen ji ri zhi",
  backups: "bei fen",
  keys: "mi yao",
  system: "xi tong zhuang tai",
};
